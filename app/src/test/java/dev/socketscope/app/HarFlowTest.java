package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.controls.Fonts;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.fake.FakeEngine;
import dev.socketscope.app.live.EngineChoice;
import dev.socketscope.app.live.Engines;
import dev.socketscope.app.live.Recordable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** An HTTP archive of a browser is looked at in the window. */
@ExtendWith(ApplicationExtension.class)
class HarFlowTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String ARCHIVE = """
            {"log": {"version": "1.2", "creator": {"name": "WebInspector", "version": "537.36"}, "entries": [
              {"_resourceType": "websocket", "startedDateTime": "2026-11-27T08:00:01.250Z", "time": 3000,
               "request": {"url": "wss://app.example/live", "headers": [{"name": "Origin", "value": "https://app.example"}]},
               "response": {"status": 101, "statusText": "Switching Protocols", "headers": []},
               "timings": {"connect": 20, "send": 0, "wait": 7, "receive": 0},
               "_webSocketMessages": [
                 {"type": "send", "time": 1795766401.5, "opcode": 1, "data": "hello from the archive"},
                 {"type": "receive", "time": 1795766402, "opcode": 1, "data": "an answer"}]}]}}
            """;
    @TempDir
    static Path folder;

    private final FakeEngine here = FakeEngine.empty();
    private final Memory memory = Memory.forgetful();
    private final Engines engines = new Engines(
            new EngineChoice(here, () -> "", () -> "", "", Recordable.impossible("")), new Linking(), memory);
    private @Nullable Windows windows;

    @Start
    void start(Stage stage) {
        Fonts.load();
        memory.put("shell.panel", "connections");
        windows = new Windows(stage, engines, () -> WindowUnderTest.wire(engines, memory));
        WindowUnderTest.place(stage);
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            Objects.requireNonNull(windows).close();
            engines.close();
        });
        here.close();
    }

    @Test
    void itsConnectionsAndMessagesAreThere(FxRobot robot) throws Exception {
        attach(robot, Files.writeString(folder.resolve("page.har"), ARCHIVE));

        await().atMost(PATIENCE).until(() -> robot.lookup("/live").tryQuery().isPresent());
        robot.clickOn("/live");
        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#story").<Labeled>query().getText().contains("1 sent, 1 received"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(previews(robot))
                        .contains("hello from the archive", "an answer"));
        assertThat(engines.shown().get().control()).endsWith("page.har");
    }

    @Test
    void aBrokenOneSaysWhere(FxRobot robot) throws Exception {
        attach(robot,
                Files.writeString(folder.resolve("broken.har"), ARCHIVE.replace("receive\", \"time", "got\", \"time")));

        await().atMost(PATIENCE)
                .until(() -> robot.lookup("#attach-problem")
                        .<Labeled>query()
                        .getText()
                        .contains("log.entries[0]._webSocketMessages[1].type: expected send or receive"));
    }

    private static List<String> previews(FxRobot robot) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000,
                () -> robot.lookup(".frame-payload").queryAll().stream().map(Node::getAccessibleText).toList());
    }

    private static void attach(FxRobot robot, Path file) {
        robot.push(KeyCode.CONTROL, KeyCode.E);
        await().atMost(PATIENCE).until(() -> robot.lookup("#attach-url").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#attach-url").queryTextInputControl().setText(file.toString()));
        robot.clickOn("#attach");
    }
}
