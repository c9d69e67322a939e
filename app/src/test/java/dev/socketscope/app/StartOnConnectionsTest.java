package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.fake.FakeEngine;
import dev.socketscope.app.fake.FakeTraffic;
import dev.socketscope.engine.api.Connection.State;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The panel that was left open last is the first to be seen, with its parts where they belong. */
class StartOnConnectionsTest extends FakeFlow {
    StartOnConnectionsTest() {
        super(FakeEngine.empty());
    }

    @Start
    void start(Stage stage) {
        memory.put("shell.panel", "connections");
        engine.put(FakeTraffic.connection("ws_1", "/echo", null, 0, State.OPEN));
        window.show(stage);
    }

    @Test
    void thePayloadStandsUnderTheFramesWhereThereIsNoRoomBesideThem(FxRobot robot) {
        await().until(() -> robot.lookup(".payload-pane").tryQuery().isPresent());
        WaitForAsyncUtils.waitForFxEvents();

        Bounds frames = inWindow(robot.lookup(".frames-panel").query());
        Bounds payload = inWindow(robot.lookup(".payload-pane").query());
        Bounds chart = inWindow(robot.lookup("#rtt-aside-chart").query());
        assertThat(payload.getMinY()).isGreaterThanOrEqualTo(frames.getMaxY());
        assertThat(frames.getMaxX()).isLessThanOrEqualTo(chart.getMinX());
        assertThat(payload.getMaxX()).isLessThanOrEqualTo(chart.getMinX());
    }

    @Test
    void inALowWindowFramesAndPayloadHaveTheWidthOfTheCharts(FxRobot robot) {
        await().until(() -> robot.lookup("#rtt-aside-chart").tryQuery().isPresent());

        size(robot, 1366, 768);

        await().until(() -> robot.lookup("#rtt-aside-chart").tryQuery().isEmpty());
        await().until(() -> inWindow(robot.lookup(".payload-pane").query()).getMinX() >= inWindow(
                robot.lookup(".frames-panel").query()).getMaxX());
        assertThat(inWindow(robot.lookup(".frames-panel").query()).getWidth()).isGreaterThan(700);

        size(robot, 1440, 900);
        await().until(() -> robot.lookup("#rtt-aside-chart").tryQuery().isPresent());
    }

    @Test
    void nothingOfTheSmallestWindowIsCutOffAtItsEdges(FxRobot robot) {
        await().until(() -> robot.lookup(".frames-panel").tryQuery().isPresent());

        size(robot, 900, 560);

        await().until(() -> inWindow(robot.lookup(".side-bar").query()).getMaxY() < 560);
        assertThat(inWindow(robot.lookup("#search").query()).getMinY()).isPositive();
        assertThat(inWindow(robot.lookup(".status-bar").query()).getMaxY()).isLessThanOrEqualTo(560);
        assertThat(inWindow(robot.lookup(".frames-panel").query()).getMinX()).isGreaterThanOrEqualTo(inWindow(
                robot.lookup(".side-bar").query()).getMaxX());
    }

    private static void size(FxRobot robot, double width, double height) {
        robot.interact(() -> {
            Stage stage = (Stage) robot.lookup(".main").query().getScene().getWindow();
            stage.setWidth(width);
            stage.setHeight(height);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Bounds inWindow(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
