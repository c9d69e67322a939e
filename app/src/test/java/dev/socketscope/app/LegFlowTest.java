package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** From a click on a leg in the picture of the tunnel to what a client on the other side of a real engine sees. */
class LegFlowTest extends RealFlow {
    @Start
    void start(Stage stage) {
        show(stage, "overview");
    }

    private void connect(FxRobot robot) throws Exception {
        client.connectNow();
        await().until(() -> robot.lookup("1 socket").tryQuery().isPresent());
    }

    @Test
    void aResetOfTheClientLegEndsItsSockets(FxRobot robot) throws Exception {
        connect(robot);

        robot.clickOn("#leg-client").clickOn("#leg-menu-reset");

        assertThat(client.ended.get(10, TimeUnit.SECONDS)).startsWith("1006");
        String closed = "By the engine, 1006, TCP reset · reset (TCP RST) by command";
        await().until(() -> robot.lookup(closed).tryQuery().isPresent());
        robot.doubleClickOn(closed);
        await().until(() -> robot.lookup("#story")
                .tryQueryAs(Labeled.class)
                .filter(story -> story.getText().startsWith("Closed by the engine"))
                .isPresent());
    }

    @Test
    void aDelayedLegSaysSoAndIsDisarmedWhereItWasArmed(FxRobot robot) throws Exception {
        connect(robot);

        robot.clickOn("#leg-upstream").clickOn("#leg-menu-delay");
        await().until(() -> robot.lookup("⚡ latency").tryQuery().isPresent());
        assertThat(client.roundTrip("late")).isGreaterThanOrEqualTo(Duration.ofMillis(200));

        robot.clickOn("#leg-upstream").clickOn("#leg-menu-disarm-flt_1");
        await().until(() -> tunnel.engine.faults().isEmpty());
        await().until(() -> robot.lookup("⚡ latency").tryQuery().isEmpty());
    }
}
