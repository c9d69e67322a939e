package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.fake.FakeEngine;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Whoever cannot see the window or has no mouse. */
@ExtendWith(ApplicationExtension.class)
class AccessibilityTest {
    private final FakeEngine engine = FakeEngine.busy(3);
    private final WindowUnderTest window = new WindowUnderTest(engine, Memory.forgetful());

    @Start
    void start(Stage stage) {
        window.show(stage);
    }

    @AfterEach
    void close() {
        window.close();
        engine.close();
    }

    @Test
    void everythingThatTakesTheFocusSaysWhatItIs(FxRobot robot) {
        await().until(() -> robot.lookup("#connection-table").queryTableView().getItems().size() == 9);
        List<String> silent = new ArrayList<>();
        robot.interact(() -> collect(robot.lookup(".main").query(), silent));

        assertThat(silent).isEmpty();
    }

    @Test
    void theTabKeyGoesFromTheTopBarThroughTheSideBarIntoTheTable(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.F);
        List<String> stations = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            robot.push(KeyCode.TAB);
            Node owner = robot.lookup(".main").query().getScene().getFocusOwner();
            stations.add(owner.getId() == null ? owner.getStyleClass().toString() : owner.getId());
        }

        assertThat(stations).containsSubsequence("theme", "side-connections", "part-all", "cut", "copy",
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

    private static void collect(Node node, List<String> silent) {
        if (node instanceof Control control && control.isVisible() && control.isFocusTraversable()
                && !isContainer(control) && !speaks(control)) {
            silent.add(control.getClass().getSimpleName() + " #" + control.getId() + " " + control.getStyleClass());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, silent));
        }
    }

    private static boolean isContainer(Control control) {
        return control instanceof SplitPane || control instanceof ScrollPane || control instanceof TabPane
                || control instanceof ScrollBar;
    }

    private static boolean speaks(Control control) {
        String text = control instanceof Labeled labeled ? labeled.getText()
                : control instanceof TextInputControl input ? input.getPromptText() : "";
        return notBlank(control.getAccessibleText()) || notBlank(text);
    }

    private static boolean notBlank(@org.jspecify.annotations.Nullable String text) {
        return text != null && !text.isBlank();
    }
}
