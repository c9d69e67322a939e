package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.controls.Memory;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** From a click in the window to what a client on the other side of a real engine sees. */
@ExtendWith(ApplicationExtension.class)
class RealCutTest {
    private final RealTunnel tunnel = new RealTunnel();
    private final WindowUnderTest window = new WindowUnderTest(tunnel.engine, Memory.forgetful());
    private final EchoClient client = tunnel.echo();

    @Start
    void start(Stage stage) {
        window.show(stage);
    }

    @AfterEach
    void close() {
        client.close();
        window.close();
        tunnel.close();
    }

    @Test
    void theClientSeesTheCodeAndTheReasonThatWereTyped(FxRobot robot) throws Exception {
        assertThat(client.connectBlocking(10, TimeUnit.SECONDS)).isTrue();
        client.send("hello");
        await().until(() -> story(robot).contains("1 sent, 1 received"));

        robot.clickOn("Cut…");
        TextField code = robot.lookup("#cut-code .text-field").query();
        robot.doubleClickOn(code).push(KeyCode.CONTROL, KeyCode.A).write("4321");
        robot.clickOn("#cut-reason").write("on purpose");
        robot.clickOn("#cut-now");

        assertThat(client.ended.get(10, TimeUnit.SECONDS)).isEqualTo("4321 on purpose");
        await().until(() -> story(robot).startsWith("Closed by the engine with 4321 “on purpose”"));
        await().until(() -> robot.lookup("#part-closed").<Labeled>query().getText().equals("Closed 1"));
    }

    @Test
    void aResetIsSeenAsNoCloseFrame(FxRobot robot) throws Exception {
        assertThat(client.connectBlocking(10, TimeUnit.SECONDS)).isTrue();
        await().until(() -> story(robot).startsWith("Open for"));

        robot.clickOn("Cut…").clickOn("#cut-rst").clickOn("#cut-now");

        assertThat(client.ended.get(10, TimeUnit.SECONDS)).startsWith("1006");
        await().until(() -> story(robot).startsWith("Closed by the engine"));
    }

    private static String story(FxRobot robot) {
        return robot.lookup("#story").<Labeled>query().getText();
    }
}
