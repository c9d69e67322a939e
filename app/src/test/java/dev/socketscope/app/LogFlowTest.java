package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.controls.LogTable;
import java.time.Duration;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The debug log of a real engine that carries messages. */
class LogFlowTest extends RealFlow {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Start
    void start(Stage stage) {
        show(stage, "log");
    }

    private static long lines(FxRobot robot) {
        LogTable<?> table = robot.lookup("#log-table").query();
        return WaitForAsyncUtils.waitForAsyncFx(5_000, () -> table.source().end() - table.source().first());
    }

    @Test
    void framesAndUpgradesAreToldAndCategoriesHideThem(FxRobot robot) throws InterruptedException {
        client.connectNow();
        client.roundTrip("s3cret");
        await().atMost(LIMIT).until(() -> lines(robot) >= 4);
        robot.clickOn("#log-search").write("frame to-client");
        await().atMost(LIMIT).until(() -> lines(robot) == 1);
        String copied = copied(robot);
        assertThat(copied).startsWith("[WS:message] ")
                .contains("\"opcode\":\"text\"", "\"size\":6")
                .doesNotContain("s3cret");

        robot.clickOn("#log-search").push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.DELETE);
        MenuButton categories = robot.lookup("#log-categories").query();
        robot.interact(() -> categories.getItems()
                .stream()
                .filter(item -> !"upgrade".equals(item.getText()))
                .forEach(item -> ((CheckMenuItem) item).setSelected(false)));

        await().atMost(LIMIT).until(() -> lines(robot) == 2);
        assertThat(copied(robot)).contains("Upgrade requested", "Connection opened");
    }

    private static String copied(FxRobot robot) {
        robot.clickOn("#log-copy");
        return WaitForAsyncUtils.waitForAsyncFx(5_000, () -> Clipboard.getSystemClipboard().getString());
    }
}
