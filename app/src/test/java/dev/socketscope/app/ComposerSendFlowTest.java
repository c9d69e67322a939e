package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.controls.Sight;
import dev.socketscope.app.scope.Targets;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.ReplayStatus;
import dev.socketscope.engine.api.ReplayStatus.State;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Messages from the window to a client on the other side of a real engine, new ones and old ones. */
class ComposerSendFlowTest extends RealFlow {
    @Start
    void start(Stage stage) {
        memory.put("composer.page", "send");
        show(stage, "composer");
    }

    @Test
    void whatIsSentArrivesAndCanBeSentAgain(FxRobot robot) throws Exception {
        client.connectNow();
        choose(robot, "#send-target", id());
        robot.clickOn("#send-area").write("to the page");
        robot.clickOn("#send-send");
        client.awaitWord("to the page");

        TableView<?> sent = robot.lookup("#letter-table").queryTableView();
        await().until(() -> sent.getItems().size() == 1);
        robot.clickOn("#send-area").push(KeyCode.CONTROL, KeyCode.A).write("something else");
        robot.interact(() -> {
            sent.requestFocus();
            sent.getSelectionModel().select(0);
        });
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);

        client.awaitWord("to the page");
    }

    @Test
    void toTheUpstreamItGoesAsIfTheClientHadSentIt(FxRobot robot) throws Exception {
        client.connectNow();
        choose(robot, "#send-target", id());
        robot.clickOn("#send-to-upstream");
        robot.clickOn("#send-area").write("echo this");

        robot.clickOn("#send-send");

        client.awaitWord("echo this");
    }

    @Test
    void withoutAConnectionTheFieldSaysSo(FxRobot robot) {
        robot.clickOn("#send-area").write("nowhere");
        robot.clickOn("#send-send");

        await().until(() -> text(robot, "#send-target-problem").equals("Choose a live connection."));
    }

    @Test
    void aConnectionsMenuLeadsHereAndItsMessagesArriveOnceMore(FxRobot robot) throws Exception {
        client.connectNow();
        client.roundTrip("one");
        client.roundTrip("two");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        await().until(() -> !robot.lookup("#connection-break").query().isDisabled());
        fire(robot, contextMenu(robot, "#connection-table .table-row-cell"), "menu-replay");
        await().until(() -> text(robot, "#replay-what").equals("Everything that the peers of " + id() + " have sent"));

        robot.clickOn("#replay-none");
        robot.clickOn("#replay-start");

        // The client gets again what the echo said, and the echo once more what the client said.
        List<String> heard = List.of(client.next(), client.next(), client.next(), client.next());
        assertThat(heard).containsExactlyInAnyOrder("one", "one", "two", "two");
        TableView<ReplayStatus> replays = robot.lookup("#replay-table").queryTableView();
        await().until(() -> replays.getItems().size() == 1 && replays.getItems().getFirst().state() == State.DONE);
    }

    @Test
    void chosenFramesAreReplayedIntoAnotherConnection(FxRobot robot) throws Exception {
        client.connectNow();
        client.roundTrip("first");
        String from = id();
        EchoClient other = tunnel.echo();
        other.connectNow();
        await().until(() -> tunnel.engine.connections().size() == 2);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        Node table = robot.lookup(".frames-panel .table-view")
                .match(Sight::isShown)
                .query();
        robot.clickOn(table).push(KeyCode.HOME).push(KeyCode.SHIFT, KeyCode.END);
        fire(robot, ((TableView<?>) table).getContextMenu(), "frames-replay");
        await().until(() -> text(robot, "#replay-what").startsWith("2 messages"));
        String into = tunnel.engine.connections()
                .stream()
                .map(c -> c.id())
                .filter(id -> !id.equals(from))
                .findFirst()
                .orElseThrow();
        choose(robot, "#replay-target", into);
        robot.clickOn("#replay-start");

        assertThat(List.of(other.next(), other.next())).containsOnly("first");
        other.close();
    }

    private String id() {
        await().until(() -> !tunnel.engine.connections().isEmpty());
        return tunnel.engine.connections().getFirst().id();
    }

    private static void choose(FxRobot robot, String box, String connection) {
        ComboBox<Targets.Choice> target = robot.lookup(box).queryComboBox();
        robot.interact(
                () -> target.setValue(Targets.of(FaultMatch.ANY.onConnection(connection))));
    }

    private static ContextMenu contextMenu(FxRobot robot, String row) {
        return await().until(() -> robot.lookup(row)
                .<TableRow<?>>queryAll()
                .stream()
                .map(TableRow::getContextMenu)
                .filter(Objects::nonNull)
                .findFirst(), Optional::isPresent).orElseThrow();
    }

    private static void fire(FxRobot robot, ContextMenu menu, String id) {
        robot.interact(() -> menu.getItems().stream().filter(item -> id.equals(item.getId())).forEach(MenuItem::fire));
    }
}
