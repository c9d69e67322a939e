package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.controls.FilePicker;
import dev.socketscope.app.controls.Fonts;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.live.EngineChoice;
import dev.socketscope.app.live.Engines;
import dev.socketscope.app.live.Recordable;
import dev.socketscope.engine.relay.LocalEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Real traffic is recorded from the window, and looked at again in the same window. */
@ExtendWith(ApplicationExtension.class)
class RecordFlowTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    @TempDir
    static Path folder;

    private final RealTunnel tunnel = new RealTunnel();
    private final EchoClient client = tunnel.echo();
    private final FileRecording recording = new FileRecording(tunnel.engine, ((LocalEngine) tunnel.engine).captured(),
            null);
    private final Memory memory = Memory.forgetful();
    private final Engines engines = new Engines(new EngineChoice(tunnel.engine, () -> "", () -> "", "", recording),
            new Linking(), memory);
    private final Path file = folder.resolve("flow.sockets");
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private @Nullable Windows windows;

    @Start
    void start(Stage stage) {
        Fonts.load();
        memory.put("shell.panel", "connections");
        windows = new Windows(stage, engines, () -> WindowUnderTest.wire(engines, memory, new Answers()));
        WindowUnderTest.place(stage);
        stage.show();
    }

    @BeforeEach
    void connect() throws InterruptedException {
        client.connectNow();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            Objects.requireNonNull(windows).close();
            engines.close();
        });
        recording.close();
        client.close();
        tunnel.close();
    }

    @Test
    void whatIsRecordedIsLookedAtInTheSameWindow(FxRobot robot) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
        await().atMost(PATIENCE).until(() -> recording.state() instanceof Recordable.State.Running);
        assertThat(asked).singleElement().asString().matches("socketscope-\\d{8}-\\d{6}\\.sockets");
        client.roundTrip("on the record");
        await().atMost(PATIENCE).until(() -> !text(robot).isEmpty());

        robot.clickOn("#record");

        await().atMost(PATIENCE).until(() -> offer(robot).isPresent());
        client.roundTrip("off the record");
        robot.clickOn(offer(robot).orElseThrow());
        await().atMost(PATIENCE).until(() -> engines.all().size() == 2 && !robot.lookup("#record").query().isVisible());
        await().atMost(PATIENCE).until(() -> robot.lookup("/echo").tryQuery().isPresent());
        robot.clickOn("/echo");
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#story").<Labeled>query().getText().contains("the recording ends here"));
        assertThat(Files.size(file)).isPositive();

        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        await().atMost(PATIENCE).until(() -> robot.lookup("#record").query().isVisible());
        robot.push(KeyCode.CONTROL, KeyCode.O);

        await().atMost(PATIENCE).until(() -> !robot.lookup("#record").query().isVisible());
        assertThat(asked.getLast()).contains("*.sockets");
    }

    /** What a person would answer who always means the same file. */
    private final class Answers implements FilePicker {
        @Override
        public Path ask(String name) {
            asked.add(name);
            return file;
        }

        @Override
        public Path askExisting(String kind, String... patterns) {
            asked.add(String.join(" ", patterns));
            return file;
        }
    }

    /** To look at what has been recorded. */
    private static Optional<Button> offer(FxRobot robot) {
        return robot.lookup(".button").<Button>match(button -> "Open".equals(button.getText())).tryQuery();
    }

    private static String text(FxRobot robot) {
        return robot.lookup("#record").<Labeled>query().getText();
    }
}
