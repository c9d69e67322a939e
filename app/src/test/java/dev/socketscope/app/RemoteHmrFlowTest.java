package dev.socketscope.app;

import static org.awaitility.Awaitility.await;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.fake.FakeEngine;
import dev.socketscope.engine.api.Command;
import java.time.Duration;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Hot reloading's controls, through a real control port. */
@ExtendWith(ApplicationExtension.class)
class RemoteHmrFlowTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private final FakeEngine served = FakeEngine.troubled(9);
    private final Attached attached = new Attached(served);
    private final Memory memory = Memory.forgetful();
    private final WindowUnderTest window = new WindowUnderTest(attached.engine, memory);

    @Start
    void start(Stage stage) {
        memory.put("shell.panel", "hmr");
        window.show(stage);
    }

    @AfterEach
    void close() {
        window.close();
        attached.close();
        served.close();
    }

    @Test
    void whatWaitsIsDroppedAfterAQuestion(FxRobot robot) {
        await().atMost(PATIENCE).until(() -> robot.lookup("js-update").tryQuery().isPresent());
        robot.clickOn("#hmr-panel-drop");
        robot.clickOn("Really drop?");
        await().atMost(PATIENCE).until(() -> served.commands.contains(new Command.DropHmr("ws_7e02")));
    }

    @Test
    void whatWaitsIsFlushed(FxRobot robot) {
        await().atMost(PATIENCE).until(() -> robot.lookup("js-update").tryQuery().isPresent());
        robot.clickOn("#hmr-panel-flush");
        await().atMost(PATIENCE).until(() -> served.commands.contains(new Command.FlushHmr("ws_7e02")));
    }
}
