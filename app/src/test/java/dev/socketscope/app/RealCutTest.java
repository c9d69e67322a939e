package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.TimeUnit;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** From a click in the window to what a client on the other side of a real engine sees. */
class RealCutTest extends RealFlow {
    @Start
    void start(Stage stage) {
        show(stage, "connections");
    }

    @Test
    void theClientSeesTheCodeAndTheReasonThatWereTyped(FxRobot robot) throws Exception {
        client.connectNow();
        client.send("hello");
        await().until(() -> text(robot, "#story").contains("1 sent, 1 received"));

        robot.clickOn("Cut…");
        TextField code = robot.lookup("#cut-code .text-field").query();
        robot.doubleClickOn(code).push(KeyCode.CONTROL, KeyCode.A).write("4321");
        robot.clickOn("#cut-reason").write("on purpose");
        robot.clickOn("#cut-now");

        assertThat(client.ended.get(10, TimeUnit.SECONDS)).isEqualTo("4321 on purpose");
        await().until(() -> text(robot, "#story").startsWith("Closed by the engine with 4321 “on purpose”"));
        await().until(() -> text(robot, "#part-closed").equals("Closed 1"));
    }

    @Test
    void aResetIsSeenAsNoCloseFrame(FxRobot robot) throws Exception {
        client.connectNow();
        await().until(() -> text(robot, "#story").startsWith("Open for"));

        robot.clickOn("Cut…").clickOn("#cut-rst").clickOn("#cut-now");

        assertThat(client.ended.get(10, TimeUnit.SECONDS)).startsWith("1006");
        await().until(() -> text(robot, "#story").startsWith("Closed by the engine"));
    }
}
