package dev.socketscope.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.ScenarioPlace;
import dev.socketscope.app.Wiring;
import dev.socketscope.app.controls.Fonts;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.live.Engines;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A Vite project in Chromium, and the window that watches it, on JavaFX's headless platform. */
@Timeout(120)
@ExtendWith(ApplicationExtension.class)
class ViteInWindowIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private DevServer vite;
    private EngineUnderTest engine;
    private Wiring wiring;
    private Stage window;

    @Start
    void start(Stage stage) throws IOException {
        vite = DevServer.vite("window");
        engine = new EngineUnderTest(vite.url());
        Fonts.load();
        wiring = new Wiring(Engines.only(engine.engine()), Memory.forgetful(), text -> connection -> true,
                new ScenarioPlace(() -> "", Path.of("target", "no-scenarios")), url -> {});
        window = stage;
        stage.setScene(wiring.scene());
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1440);
        stage.setHeight(900);
        stage.show();
    }

    @AfterEach
    void stop() {
        wiring.close();
        engine.close();
        vite.close();
    }

    @Test
    void theSocketAndTheFramesOfAnEditAreShown(FxRobot robot) throws IOException {
        try (Browser browser = new Browser("window")) {
            browser.open(engine.url("/"));
            browser.await("document.querySelector('h1')?.textContent == 'First version'");
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(texts(robot, "#connection-table .table-cell"))
                            .anyMatch(text -> text.startsWith("/?token=")));
            robot.clickOn("#connection-table .table-row-cell");
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(payloads(robot)).containsExactly("Hot reload connected"));

            vite.edit("src/App.jsx", "First version", "Second version");

            browser.await("document.querySelector('h1').textContent == 'Second version'");
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(payloads(robot)).hasSizeGreaterThan(1)
                            .last()
                            .asString()
                            .startsWith("Hot reload js-update")
                            .contains("/src/App.jsx"));
            browser.picture(Path.of("target/e2e/window-browser.png").toAbsolutePath());
            robot.interact(() -> Picture.save(window.getScene(), Path.of("target/e2e/window.png")));
        }
        assertThat(Path.of("target/e2e/window.png")).isNotEmptyFile();
    }

    /** What the payload column of the frames table shows, top to bottom. */
    private static List<String> payloads(FxRobot robot) {
        return call(() -> robot.lookup(".table-cell.frame-payload")
                .queryAllAs(TableCell.class)
                .stream()
                .filter(cell -> cell.isVisible() && cell.getAccessibleText() != null)
                .sorted(Comparator.comparingDouble(cell -> cell.localToScene(0, 0).getY()))
                .map(cell -> cell.getAccessibleText())
                .toList());
    }

    private static List<String> texts(FxRobot robot, String selector) {
        return call(() -> robot.lookup(selector)
                .queryAllAs(Labeled.class)
                .stream()
                .map(Labeled::getText)
                .filter(Objects::nonNull)
                .toList());
    }

    private static <T> T call(Callable<T> onFxThread) {
        return WaitForAsyncUtils.waitForAsyncFx(5000, onFxThread);
    }
}
