package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.TransportFault;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What is said of a real connection that much has happened to, in the smallest window. */
class StoryFlowTest extends RealFlow {
    private static final int FAULTS = 3;

    @Start
    void start(Stage stage) {
        show(stage, "connections");
        stage.setWidth(1100);
        stage.setHeight(700);
    }

    @Test
    void theFaultsStayHoweverLongTheReasonIs(FxRobot robot) throws Exception {
        for (int i = 0; i < FAULTS; i++) {
            arm(new TransportFault.Latency(Duration.ofMillis(5 + i), Duration.ZERO,
                    TransportFault.Latency.Distribution.UNIFORM));
        }
        client.connectNow();
        client.roundTrip("one");
        await().until(() -> text(robot, "#story").contains("flt_" + FAULTS));

        client.close(4000, "a reason as long as a Close frame can carry it, ".repeat(3).substring(0, 120));
        client.ended.get(10, TimeUnit.SECONDS);

        await().until(() -> text(robot, "#story").startsWith("Closed by the client with 4000"));
        assertThat(seen(robot)).contains("flt_1", "flt_2", "flt_3").doesNotContain("…").doesNotContain("...");
        assertThat(robot.lookup("#story").<Labeled>query().getTooltip().getText())
                .contains("a reason as long as", "flt_3 (latency) fired", "1 sent, 1 received");
    }

    private void arm(TransportFault fault) {
        assertThat(tunnel.engine.submit(new Command.ArmFault(Fault.of(fault)))).succeedsWithin(Duration.ofSeconds(10));
    }

    /** What is drawn of it, after it has been cut down to its room. */
    private static String seen(FxRobot robot) {
        Labeled story = robot.lookup("#story").query();
        return ((Text) story.lookup(".text")).getText();
    }
}
