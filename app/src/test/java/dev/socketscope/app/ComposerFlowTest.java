package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.controls.Sight;
import dev.socketscope.engine.api.Breakpoint;
import dev.socketscope.engine.api.BreakpointStatus;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.FaultMatch;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** From the panel's fields to messages that wait in a real engine. */
class ComposerFlowTest extends RealFlow {
    @Start
    void start(Stage stage) {
        show(stage, "composer");
    }

    @Test
    void aBreakpointHoldsWhatItSelectsUntilItIsCleared(FxRobot robot) throws Exception {
        client.connectNow();
        robot.clickOn("#breakpoint-text").write("wait");
        robot.clickOn("#breakpoint-set");
        TableView<BreakpointStatus> table = robot.lookup("#breakpoint-table").queryTableView();
        await().until(() -> table.getItems().size() == 1);

        client.roundTrip("passes");
        client.send("wait for me");
        await().until(() -> table.getItems().getFirst().holding() == 1);
        assertThat(client.heard()).isEmpty();

        robot.interact(() -> {
            table.requestFocus();
            table.getSelectionModel().select(0);
        });
        robot.push(KeyCode.DELETE);

        client.awaitWord("wait for me");
        await().until(() -> table.getItems().isEmpty());
    }

    @Test
    void allAreClearedAndSetAgain(FxRobot robot) {
        robot.clickOn("#breakpoint-set");
        await().until(() -> tunnel.engine.breakpoints().size() == 1);
        robot.clickOn("#breakpoint-label").write("second").clickOn("#breakpoint-set");
        await().until(() -> robot.lookup("#breakpoint-table").queryTableView().getItems().size() == 2);

        TableView<?> table = robot.lookup("#breakpoint-table").query();
        robot.interact(() -> {
            table.requestFocus();
            table.getSelectionModel().select(1);
        });
        robot.push(KeyCode.DELETE);
        await().until(() -> tunnel.engine.breakpoints().size() == 1);
        undo(robot);
        await().until(() -> tunnel.engine.breakpoints().size() == 2);

        robot.clickOn("#breakpoints-clear");
        await().until(() -> tunnel.engine.breakpoints().isEmpty());
        robot.clickOn("#breakpoints-again");

        await().until(() -> tunnel.engine.breakpoints().size() == 2);
        assertThat(tunnel.engine.breakpoints().getLast().breakpoint().label()).isEqualTo("second");
    }

    @Test
    void whatCannotBeIsToldAtItsFieldAndNothingIsSet(FxRobot robot) {
        robot.interact(() -> robot.lookup("#breakpoint-hold").queryTextInputControl().setText("2 h"));

        robot.clickOn("#breakpoint-set");

        await().until(() -> text(robot, "#breakpoint-hold-problem")
                .startsWith("got 2h, expected a duration from 100ms to 1h"));
        assertThat(tunnel.engine.breakpoints()).isEmpty();
    }

    @Test
    void anEditedMessageReachesTheRealPeerAndADroppedOneDoesNot(FxRobot robot) throws Exception {
        hold("edit me", "drop me", "forward me");
        awaitText(robot, "#held-area", "edit me");

        type(robot, "#held-area", "edited");
        robot.clickOn("#held-edited");
        client.awaitWord("edited");

        awaitText(robot, "#held-area", "drop me");
        robot.clickOn("#held-drop");
        awaitText(robot, "#held-area", "forward me");
        robot.clickOn("#held-forward");

        client.awaitWord("forward me");
        await().until(() -> robot.lookup("#held-table").queryTableView().getItems().isEmpty());
    }

    @Test
    void theKeyboardDecidesToo(FxRobot robot) throws Exception {
        hold("one", "two", "three", "four", "five");
        awaitText(robot, "#held-area", "one");

        robot.push(KeyCode.F9);
        awaitText(robot, "#held-area", "two");
        robot.push(KeyCode.F8);
        client.awaitWord("two");
        awaitText(robot, "#held-area", "three");
        type(robot, "#held-area", "3");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        client.awaitWord("3");
        awaitText(robot, "#held-area", "four");
        robot.push(KeyCode.SHIFT, KeyCode.F8);

        client.awaitWord("four");
        client.awaitWord("five");
    }

    @Test
    void whatWentOnWithoutTheEditorSaysSoAndKeepsTheText(FxRobot robot) throws Exception {
        hold("original");
        awaitText(robot, "#held-area", "original");
        type(robot, "#held-area", "what I wrote");

        tunnel.submit(new Command.ClearBreakpoints());

        client.awaitWord("original");
        await().until(() -> text(robot, "#held-note").startsWith("Its breakpoint was cleared"));
        assertThat(robot.lookup("#held-area").queryTextInputControl().getText()).isEqualTo("what I wrote");
        assertThat(robot.lookup("#held-edited").query().isDisabled()).isTrue();
    }

    @Test
    void elsewhereOneNoticeLeadsToWhatWaits(FxRobot robot) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        hold("one", "two");

        await().until(() -> robot.lookup(".notification-bar .title").tryQuery().isPresent());
        await().until(() -> text(robot, "#side-composer .side-badge").equals("2"));
        assertThat(robot.lookup(".notification-bar").queryAll()).hasSize(1);
        robot.clickOn(".notification-bar .title");

        await().until(() -> robot.lookup("#held-table").query().isVisible()
                && Sight.isShown(robot.lookup("#held-table").query()));
    }

    /** Has the engine hold what the client now says. */
    private void hold(String... words) throws InterruptedException {
        tunnel.submit(new Command.SetBreakpoint(Breakpoint.on(FaultMatch.ANY.going(Direction.TO_UPSTREAM))));
        client.connectNow();
        for (String word : words) {
            client.send(word);
        }
        await().until(() -> tunnel.engine.heldMessages().size() == words.length);
    }

    private static void awaitText(FxRobot robot, String field, String text) {
        await().until(() -> robot.lookup(field).queryTextInputControl().getText().equals(text));
    }

    private static void type(FxRobot robot, String field, String text) {
        robot.clickOn(field).push(KeyCode.CONTROL, KeyCode.A).write(text);
        awaitText(robot, field, text);
    }
}
