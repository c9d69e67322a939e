package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.controls.TimelineChart;
import dev.socketscope.app.controls.TimelineLane;
import dev.socketscope.app.fake.FakeEngine;
import javafx.geometry.Bounds;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

class TimelineFlowTest extends FakeFlow {
    TimelineFlowTest() {
        super(FakeEngine.troubled(8));
    }

    @Start
    void start(Stage stage) {
        memory.put("shell.panel", "timeline");
        window.show(stage);
    }

    @Test
    void everyClientHasALaneAndOneThatComesAgainIsRecognised(FxRobot robot) {
        TimelineChart chart = chart(robot);

        assertThat(chart.lanes()).extracting(TimelineLane::title).contains("/graphql  ws_8171", "/ws  ws_6d04");
        assertThat(chart.lanes()).extracting(TimelineLane::note)
                .contains("came 5 times · webpack-dev-server (1000·2ⁿ ms)");
        assertThat(robot.lookup("#timeline-next").<Labeled>query().getText())
                .containsPattern("ws_80c1  (#3 in|attempt 3 )");
    }

    @Test
    void aClickOnALaneChoosesItsConnection(FxRobot robot) {
        TimelineChart chart = chart(robot);
        int lane = chart.lanes().stream().map(TimelineLane::title).toList().indexOf("/socket.io/  ws_8120");
        Bounds bounds = chart.localToScreen(chart.getBoundsInLocal());
        robot.clickOn(bounds.getMaxX() - 300, bounds.getMinY() + 18 + 42 * lane + 25);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);

        await().until(() -> robot.lookup("#story").<Labeled>query().getText().matches("Open for [3-5] min.*"));
    }

    @Test
    void arrowKeysWalkTheLanes(FxRobot robot) {
        TimelineChart chart = chart(robot);
        robot.interact(chart::requestFocus);
        robot.push(KeyCode.UP, KeyCode.UP);
        for (int i = 0; i < 20; i++) {
            robot.push(KeyCode.UP);
        }
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);

        await().until(() -> robot.lookup("#story").<Labeled>query().getText().contains("is held"));
    }

    private static TimelineChart chart(FxRobot robot) {
        TimelineChart chart = robot.lookup("#timeline-chart").query();
        await().until(() -> chart.lanes().size() == 10);
        return chart;
    }
}
