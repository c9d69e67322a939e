package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.actions.Action;
import dev.socketscope.app.actions.Actions;
import dev.socketscope.app.actions.Group;
import dev.socketscope.app.controls.Sight;
import dev.socketscope.app.fake.FakeEngine;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Whoever cannot see the window or has no mouse. */
class AccessibilityTest extends FakeFlow {
    AccessibilityTest() {
        super(FakeEngine.busy(3));
    }

    @Start
    void start(Stage stage) {
        window.show(stage);
    }

    @Test
    void everythingThatTakesTheFocusSaysWhatItIs(FxRobot robot) {
        await().until(() -> robot.lookup("#connection-table").queryTableView().getItems().size() == 9);
        List<String> silent = new ArrayList<>();
        robot.interact(() -> collect(robot.lookup(".main").query(), silent));

        assertThat(silent).isEmpty();
    }

    /** Also in places where no panel is, such as the palette. */
    @Test
    void everythingThatTakesTheFocusInAnyPanelSaysWhatItIs(FxRobot robot) {
        List<String> silent = new ArrayList<>();
        for (Action place : places()) {
            robot.interact(place::run);
            robot.interact(() -> collect(robot.lookup(".main").query().getScene().getRoot(), silent));
        }

        assertThat(silent).isEmpty();
    }

    @Test
    void theTabKeyReachesEverythingInAnyPanelAndComesRound(FxRobot robot) {
        for (Action panel : places().stream().filter(action -> action.group() == Group.PANELS).toList()) {
            robot.interact(panel::run);
            robot.push(KeyCode.CONTROL, KeyCode.F);
            Set<Node> visited = round(robot);
            List<String> missed = new ArrayList<>();
            robot.interact(() -> unvisited(robot.lookup(".main").query(), visited, missed));

            assertThat(missed).as(panel.title()).isEmpty();
        }
    }

    @Test
    void theTabKeyGoesFromTheTopBarThroughTheSideBarIntoTheTable(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.F);
        List<String> stations = new ArrayList<>();
        Scene scene = robot.lookup(".main").query().getScene();
        for (int i = 0; i < 20; i++) {
            Node owner = QuickKeys.push(scene, KeyCode.TAB);
            stations.add(owner.getId() == null ? owner.getStyleClass().toString() : owner.getId());
        }

        assertThat(stations).containsSubsequence("theme", "side-connections", "part-all", "connection-group",
                "connection-cut", "copy",
                "connection-table");
    }

    @Test
    void everyPanelIsAKeyAway(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT7);
        assertThat(robot.lookup("#faults-target").query().getParent().getParent().isVisible()).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT8);
        assertThat(robot.lookup("#scenarios").query().getParent().getParent().getParent().isVisible()).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT9);
        assertThat(robot.lookup("#breakpoint-set").query().getParent().getParent().isVisible()).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
        assertThat(robot.lookup("#event-table").query().getParent().isVisible()).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        assertThat(robot.lookup("#settings-reset").query().getParent().getParent().isVisible()).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(robot.lookup("#connection-table").query().isVisible()).isTrue();
    }

    /** Every panel and every page of the settings, then what lies over the window. */
    private List<Action> places() {
        Actions actions = window.wiring().actions();
        List<Action> places = new ArrayList<>(actions.all()
                .stream()
                .filter(action -> action.group() == Group.PANELS || action.group() == Group.SETTINGS)
                .toList());
        places.add(actions.of("window.palette").orElseThrow());
        return places;
    }

    /** Where Tab comes to until it comes to a place again; Ctrl Tab leaves what makes use of Tab itself. */
    private static Set<Node> round(FxRobot robot) {
        Scene scene = robot.lookup(".main").query().getScene();
        Set<Node> visited = new LinkedHashSet<>();
        while (visited.add(scene.getFocusOwner())) {
            Node before = scene.getFocusOwner();
            if (QuickKeys.push(scene, KeyCode.TAB) == before) {
                QuickKeys.push(scene, KeyCode.CONTROL, KeyCode.TAB);
            }
            assertThat(scene.getFocusOwner()).as("after " + name(before)).isNotSameAs(before);
        }
        return visited;
    }

    /** Rows of tables and lists are walked with the arrows. */
    private static void unvisited(Node node, Set<Node> visited, List<String> missed) {
        boolean counts = node.isFocusTraversable() && !node.isDisabled() && !isContainer(node) && Sight.isShown(node);
        if (counts && !visited.contains(node) && !besideOneOf(visited, node)) {
            missed.add(name(node));
        }
        boolean rows = node instanceof TableView || node instanceof ListView;
        if (!rows && node.isVisible() && node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> unvisited(child, visited, missed));
        }
    }

    /** One of a group of buttons is reached with Tab, the others of it with the arrows. */
    private static boolean besideOneOf(Set<Node> visited, Node node) {
        return node instanceof ToggleButton toggle && toggle.getToggleGroup() != null
                && toggle.getToggleGroup().getToggles().stream().anyMatch(visited::contains);
    }

    private static void collect(Node node, List<String> silent) {
        boolean dumb = node.getAccessibleRole() == AccessibleRole.NODE
                || node.getAccessibleRole() == AccessibleRole.PARENT;
        if (node.isVisible() && node.isFocusTraversable() && !isContainer(node) && (!speaks(node) || dumb)) {
            silent.add(name(node));
        }
        if (node.isVisible() && node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, silent));
        }
    }

    private static String name(Node node) {
        return node.getClass().getSimpleName() + " #" + node.getId() + " " + node.getStyleClass() + " "
                + node.getAccessibleRole();
    }

    private static boolean isContainer(Node node) {
        return node instanceof SplitPane || node instanceof ScrollPane || node instanceof TabPane
                || node instanceof ScrollBar;
    }

    private static boolean speaks(Node control) {
        String text = control instanceof Labeled labeled ? labeled.getText()
                : control instanceof TextInputControl input ? input.getPromptText() : "";
        return notBlank(control.getAccessibleText()) || notBlank(text);
    }

    private static boolean notBlank(@org.jspecify.annotations.Nullable String text) {
        return text != null && !text.isBlank();
    }
}
