package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.controls.Switch;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultStatus;
import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.TransportFault.Latency;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** From a click in the panel of faults to what a client on the other side of a real engine sees. */
class FaultsFlowTest extends RealFlow {
    @Start
    void start(Stage stage) {
        show(stage, "faults");
    }

    @Test
    void theLatencySwitchDelaysAnEchoAndTheSliderChangesByHowMuch(FxRobot robot) throws Exception {
        client.connectNow();

        robot.clickOn("#fault-latency-switch");
        await().until(() -> armed().size() == 1);
        assertThat(client.roundTrip("one")).isGreaterThanOrEqualTo(least());

        robot.clickOn("#fault-latency-delay-slider");
        for (int step = 0; step < 8; step++) {
            robot.push(KeyCode.RIGHT);
        }
        await().until(() -> armed().size() == 1 && latency().delay().compareTo(Duration.ofMillis(300)) > 0);
        assertThat(client.roundTrip("two")).isGreaterThanOrEqualTo(least()).isGreaterThan(Duration.ofMillis(500));
        await().until(() -> fired(robot).equals("2"));

        robot.clickOn("#fault-latency-switch");
        await().until(() -> armed().isEmpty());
    }

    @Test
    void cutNowEndsASocketAndKeepsOthersAwayUntilItIsRestored(FxRobot robot) throws Exception {
        client.connectNow();
        ComboBox<String> leg = robot.lookup("#cut-link-leg").queryComboBox();
        robot.interact(() -> leg.setValue("client"));

        robot.clickOn("#cut-link-now");

        assertThat(client.ended.get(10, TimeUnit.SECONDS)).startsWith("1006");
        EchoClient kept = tunnel.echo();
        assertThat(kept.connectBlocking(10, TimeUnit.SECONDS)).isFalse();
        await().until(() -> text(robot, "#cut-link-state .label").startsWith("all: client leg, RST, cut for"));

        robot.clickOn("#cut-link-restore");

        await().until(() -> text(robot, "#cut-link-state .label").equals("Nothing is cut."));
        EchoClient again = tunnel.echo();
        again.connectNow();
        again.roundTrip("back");
        again.close();
    }

    @Test
    void whatWasDisarmedIsArmedAgainByUndoing(FxRobot robot) {
        tunnel.submit(new Command.ArmFault(Fault.of(new MessageFault.Drop()).called("lossy")));
        await().until(() -> text(robot, "#armed").equals("1 fault armed"));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
        await().until(() -> armed().isEmpty() && actions().of("window.undo").orElseThrow().obstacle().get().isEmpty());

        undo(robot);

        await().until(() -> armed().size() == 1);
        assertThat(armed().getFirst().label()).isEqualTo("lossy");
    }

    @Test
    void thePanicKeysDisarmEverythingWhereverTheFocusIs(FxRobot robot) {
        assertThat(robot.lookup("#disarm").query().isVisible()).isFalse();
        robot.clickOn("#fault-bandwidth-switch");
        tunnel.submit(new Command.ArmFault(Fault.of(new MessageFault.Drop())));
        await().until(() -> text(robot, "#armed").equals("2 faults armed"));
        robot.push(KeyCode.CONTROL, KeyCode.F);

        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);

        await().until(() -> armed().isEmpty());
        await().until(() -> !robot.lookup("#disarm").query().isVisible());
        await().until(() -> !robot.lookup("#fault-bandwidth-switch").<Switch>query().isSelected());
    }

    @Test
    void aFaultThatOthersHaveArmedIsListedAndCanBeDisarmed(FxRobot robot) {
        tunnel.submit(new Command.ArmFault(Fault.of(new MessageFault.Drop()).called("by a script")));
        TableView<FaultStatus> table = robot.lookup("#armed-table").queryTableView();
        await().until(() -> table.getItems().size() == 1);
        await().until(() -> robot.lookup("by a script").tryQuery().isPresent());

        robot.clickOn("#armed-table .row-button");

        await().until(() -> armed().isEmpty());
        await().until(() -> table.getItems().isEmpty());
    }

    @Test
    void whatCannotBeIsToldInItsCardAndNothingIsArmed(FxRobot robot) {
        robot.clickOn("#fault-latency-fold");
        robot.doubleClickOn("#fault-latency-delay").push(KeyCode.CONTROL, KeyCode.A).write("soon");

        robot.clickOn("#fault-latency-switch");

        await().until(
                () -> text(robot, "#fault-latency-problem").startsWith("delay: got \"soon\", expected a duration"));
        assertThat(armed()).isEmpty();
        assertThat(robot.lookup("#fault-latency-switch").<Switch>query().isSelected()).isFalse();
    }

    @Test
    void breakLeadsFromAConnectionToFaultsForItAlone(FxRobot robot) throws Exception {
        client.connectNow();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        await().until(() -> !robot.lookup("#connection-break").query().isDisabled());

        robot.clickOn("#connection-break");
        robot.clickOn("#fault-black-hole-switch");

        await().until(() -> armed().size() == 1);
        String id = tunnel.engine.connections().getFirst().id();
        assertThat(armed().getFirst().match().connection()).isEqualTo(id);
    }

    @Test
    void aSwitchObeysTheKeyboard(FxRobot robot) {
        Node toggle = robot.lookup("#fault-drop-handshake-switch").query();
        robot.interact(toggle::requestFocus);

        robot.push(KeyCode.SPACE);
        await().until(() -> armed().size() == 1);
        robot.push(KeyCode.SPACE);
        await().until(() -> armed().isEmpty());
    }

    private List<Fault> armed() {
        return tunnel.engine.faults().stream().map(status -> status.armed().fault()).toList();
    }

    private Latency latency() {
        return (Latency) armed().getFirst().spec();
    }

    /** There and back, each at least so long. */
    private Duration least() {
        return latency().delay().minus(latency().jitter()).multipliedBy(2);
    }

    private static String fired(FxRobot robot) {
        TableView<FaultStatus> table = robot.lookup("#armed-table").queryTableView();
        return table.getItems().isEmpty() ? "" : Long.toString(table.getItems().getFirst().fired());
    }
}
