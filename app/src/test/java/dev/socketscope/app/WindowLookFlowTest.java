package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.fake.FakeEngine;
import dev.socketscope.app.fake.FakeTraffic;
import dev.socketscope.engine.api.Connection.State;
import javafx.scene.control.Labeled;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

class WindowLookFlowTest extends FakeFlow {
    WindowLookFlowTest() {
        super(FakeEngine.empty());
    }

    @Start
    void start(Stage stage) {
        memory.put("shell.panel", "events");
        memory.put("connections.columns.protocol.visible", "false");
        memory.put("look.theme", "light");
        window.show(stage);
    }

    @Test
    void panelColumnsAndThemeAreAsTheyWereLeft(FxRobot robot) {
        assertThat(robot.lookup("#event-table").query().getParent().isVisible()).isTrue();
        assertThat(brightness(robot)).isGreaterThan(0.9);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        TableView<?> table = robot.lookup("#connection-table").queryTableView();
        assertThat(table.getColumns()).filteredOn(column -> "protocol".equals(column.getId()))
                .allSatisfy(column -> assertThat(column.isVisible()).isFalse());
    }

    @Test
    void theThemeChangesLiveAndIsRemembered(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        robot.clickOn("#settings-dark");

        await().until(() -> brightness(robot) < 0.15);
        assertThat(memory.text("look.theme")).contains("dark");
        robot.clickOn("#settings-compact");
        robot.clickOn("#settings-reset");
        assertThat(memory.text("look.density")).contains("comfortable");
    }

    @Test
    void aDividerIsRememberedWhereAPersonLeavesIt(FxRobot robot) {
        engine.put(FakeTraffic.connection("ws_1", "/echo", null, 0, State.OPEN));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        await().until(() -> robot.lookup("#connection-table").queryTableView().getItems().size() == 1);
        assertThat(memory.number("connections.divider")).as("nobody has moved it").isEmpty();

        // The headless screen hands a drag to whatever is under the pointer, so the divider must keep up with it.
        robot.moveTo("#connection-split > .split-pane-divider").press(MouseButton.PRIMARY);
        SplitPane split = robot.lookup("#connection-split").query();
        for (int pixel = 0; pixel < 90; pixel++) {
            double before = split.getDividerPositions()[0];
            robot.moveBy(0, 1);
            await().until(() -> split.getDividerPositions()[0] > before);
        }
        robot.release(MouseButton.PRIMARY);

        await().untilAsserted(() -> assertThat(memory.number("connections.divider")).satisfies(
                position -> assertThat(position.orElse(0)).isBetween(0.45, 0.65)));
    }

    @Test
    void withoutConnectionsTheWindowSaysHowToGetOne(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(robot.lookup("Waiting for the first connection").<Labeled>query().isVisible()).isTrue();
        assertThat(robot.lookup("http://127.0.0.1:9000").tryQuery()).isPresent();

        engine.put(FakeTraffic.connection("ws_1", "/echo", null, 0, State.OPEN));
        await().until(
                () -> !robot.lookup("Waiting for the first connection").query().getParent().getParent().isVisible());
        await().until(() -> robot.lookup("#connection-table").queryTableView().getItems().size() == 1);
    }

    @Test
    void pausingFreezesTheTableAndSaysHowMuchIsNew(FxRobot robot) {
        engine.put(FakeTraffic.connection("ws_1", "/echo", null, 0, State.OPEN));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        TableView<?> table = robot.lookup("#connection-table").queryTableView();
        await().until(() -> table.getItems().size() == 1);

        robot.push(KeyCode.CONTROL, KeyCode.P);
        engine.put(FakeTraffic.connection("ws_2", "/echo", null, 0, State.OPEN));
        for (int i = 0; i < 20; i++) {
            engine.move();
        }
        await().until(() -> robot.lookup(".pause").<Labeled>query().getText().endsWith("new"));
        assertThat(table.getItems()).hasSize(1);

        robot.push(KeyCode.CONTROL, KeyCode.P);
        await().until(() -> table.getItems().size() == 2);
    }

    @Test
    void theEnginesCardHasTheAddressAndOpensIt(FxRobot robot) {
        robot.clickOn(".engine-pill").clickOn("#engine-browse");

        assertThat(window.browsed).containsExactly("http://127.0.0.1:9000");
    }

    private static double brightness(FxRobot robot) {
        Region bar = robot.lookup(".top-bar").query();
        return ((Color) bar.getBackground().getFills().getFirst().getFill()).getBrightness();
    }
}
