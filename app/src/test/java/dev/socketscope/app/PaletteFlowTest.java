package dev.socketscope.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.actions.Action;
import dev.socketscope.app.actions.Group;
import dev.socketscope.app.actions.Shortcut;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.MessageFault;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The palette and the overview of keys, from a key press to what a client on the other side of a real engine sees. */
class PaletteFlowTest extends RealFlow {
    @Start
    void start(Stage stage) {
        show(stage, "events");
    }

    @Test
    void aConnectionIsFoundByItsPathAndCutWithoutAMouse(FxRobot robot) throws Exception {
        client.connectNow();
        await().until(() -> choose(robot, "go echo ws"), found -> found);
        robot.push(KeyCode.ENTER);
        TableView<?> table = robot.lookup("#connection-table").queryTableView();
        await().until(() -> table.isVisible() && table.getSelectionModel().getSelectedItem() != null);

        choose(robot, "cut chosen");
        robot.push(KeyCode.ENTER);

        assertThat(client.ended.get(10, TimeUnit.SECONDS)).startsWith("1001");
    }

    @Test
    void theChosenConnectionIsDelayedFromAPanelThatDoesNotShowIt(FxRobot robot) throws Exception {
        client.connectNow();
        await().until(() -> choose(robot, "go echo ws"), found -> found);
        robot.push(KeyCode.ENTER);
        choose(robot, "open events");
        robot.push(KeyCode.ENTER);

        choose(robot, "delay chosen");
        robot.push(KeyCode.ENTER);
        await().until(() -> robot.lookup("#latency-arm").tryQuery().isPresent());
        robot.clickOn("#latency-arm");

        await().until(() -> tunnel.engine.faults().size() == 1);
        assertThat(tunnel.engine.faults().getFirst().armed().fault().match().connection())
                .isEqualTo(tunnel.engine.connections().getFirst().id());
    }

    @Test
    void aSocketOfOnesOwnAndABreakpointAreOneNameAway(FxRobot robot) {
        choose(robot, "open websocket own");
        robot.push(KeyCode.ENTER);
        await().until(() -> robot.lookup("#connect-new").query().isVisible());
        choose(robot, "set a breakpoint");
        robot.push(KeyCode.ENTER);

        await().until(() -> robot.lookup("#breakpoint-table").query().getParent().isVisible());
        assertThat(memory.text("composer.page")).contains("hold");
    }

    @Test
    void theKeysOfThePanelsOpenThem(FxRobot robot) {
        List<Action> panels = actions().withKeys().stream().filter(one -> one.group() == Group.PANELS).toList();
        assertThat(panels).hasSizeGreaterThan(9);
        for (Action panel : panels) {
            Shortcut key = requireNonNull(panel.shortcut());
            robot.push(key.shift() ? new KeyCode[]{KeyCode.CONTROL, KeyCode.SHIFT, key.code()}
                    : new KeyCode[]{KeyCode.CONTROL, key.code()});
            assertThat(memory.text("shell.panel").map(id -> "panel." + id)).contains(panel.id());
        }
    }

    @Test
    void whatCannotBeDoneSaysWhyAndEnterLeavesItAlone(FxRobot robot) {
        choose(robot, "restore what is cut");
        assertThat(robot.lookup(".palette-obstacle").queryAllAs(Labeled.class))
                .anySatisfy(label -> assertThat(label.getText()).isEqualTo("nothing is cut"));

        robot.push(KeyCode.ENTER);
        assertThat(open(robot)).isTrue();
        robot.push(KeyCode.ESCAPE);
        assertThat(open(robot)).isFalse();
    }

    @Test
    void aHopIsArmedByItsNameAndThePanicKeysEndItAlsoFromThePalette(FxRobot robot) {
        choose(robot, "pass through satellite");
        robot.push(KeyCode.ENTER);
        await().until(() -> !tunnel.engine.faults().isEmpty());
        tunnel.submit(new Command.ArmFault(Fault.of(new MessageFault.Drop())));

        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);

        await().until(() -> tunnel.engine.faults().isEmpty());
    }

    @Test
    void theArrowsWalkTheListAndTheFocusComesBackAfterwards(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.F);
        Node before = requireNonNull(robot.lookup(".search").query().getScene().getFocusOwner());
        robot.push(KeyCode.CONTROL, KeyCode.K);
        ListView<Action> list = robot.lookup("#palette-list").queryListView();
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN);
        assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(2);
        robot.push(KeyCode.UP).push(KeyCode.UP).push(KeyCode.UP);
        assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(list.getItems().size() - 1);
        robot.push(KeyCode.CONTROL, KeyCode.K);

        assertThat(open(robot)).isFalse();
        assertThat(before.isFocused()).isTrue();
    }

    @Test
    void theOverviewShowsTheKeyOfEveryActionThatHasOne(FxRobot robot) {
        robot.push(KeyCode.F1);

        Set<String> shown = robot.lookup(".keys-grid .label")
                .queryAllAs(Labeled.class)
                .stream()
                .map(Labeled::getText)
                .collect(Collectors.toSet());
        assertThat(actions().withKeys()).isNotEmpty().allSatisfy(action -> {
            assertThat(shown).contains(action.title(), action.keys());
        });
        robot.push(KeyCode.CONTROL, KeyCode.SLASH);
        assertThat(robot.lookup("#keys-card").tryQuery()).isEmpty();
    }

    @Test
    void noKeyDoesTwoThings() {
        assertThat(actions().conflicts()).isEmpty();
    }

    private static boolean open(FxRobot robot) {
        return robot.lookup("#palette-field").tryQuery().isPresent();
    }

    /** Opens the palette and types; whether anything is found. */
    private static boolean choose(FxRobot robot, String words) {
        if (open(robot)) {
            robot.push(KeyCode.ESCAPE);
        }
        robot.push(KeyCode.CONTROL, KeyCode.K);
        QuickKeys.write(robot, words);
        return !robot.lookup("#palette-list").<Action>queryListView().getItems().isEmpty();
    }
}
