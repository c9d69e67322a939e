package dev.socketscope.app;

import static org.awaitility.Awaitility.await;

import dev.socketscope.app.controls.TimelineChart;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** From a moment in the timeline to the messages that went through a real engine then. */
class MomentFlowTest extends RealFlow {
    private static final int MESSAGES = 200;

    @Start
    void start(Stage stage) {
        show(stage, "timeline");
    }

    @Test
    void aClickOnALaneLeadsToTheFramesThen(FxRobot robot) throws InterruptedException {
        TimelineChart chart = talk(robot);
        Bounds bounds = chart.localToScreen(chart.getBoundsInLocal());

        robot.clickOn(bounds.getMinX() + 200, bounds.getMinY() + 44);
        await().until(() -> chosen(robot).equals("word 0"));

        robot.push(KeyCode.CONTROL, KeyCode.DIGIT6);
        robot.clickOn(bounds.getMaxX() - 60, bounds.getMinY() + 44);
        await().until(() -> chosen(robot).equals("word " + (MESSAGES - 1)));
    }

    @Test
    void soDoesEnterOnABarThatWasWalkedTo(FxRobot robot) throws InterruptedException {
        TimelineChart chart = talk(robot);
        robot.interact(chart::requestFocus);
        robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        await().until(() -> chosen(robot).equals("word " + (MESSAGES - 1)));

        robot.push(KeyCode.CONTROL, KeyCode.DIGIT6);
        robot.interact(chart::requestFocus);
        robot.push(KeyCode.SHIFT, KeyCode.LEFT).push(KeyCode.ENTER);
        await().until(() -> chosen(robot).equals("word 0"));
    }

    private TimelineChart talk(FxRobot robot) throws InterruptedException {
        client.connectNow();
        for (int i = 0; i < MESSAGES; i++) {
            client.roundTrip("word " + i);
        }
        TimelineChart chart = robot.lookup("#timeline-chart").query();
        await().until(() -> chart.lanes().size() == 1);
        return chart;
    }

    /** The payload of the chosen row that can be seen; empty when there is none. */
    private static String chosen(FxRobot robot) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> robot.lookup(".log-table .table-row-cell")
                .queryAllAs(TableRow.class)
                .stream()
                .filter(row -> !row.isEmpty() && row.isSelected() && isSeen(row))
                .flatMap(row -> row.lookupAll(".frame-payload").stream())
                .map(cell -> String.valueOf(((Node) cell).getAccessibleText()))
                .findFirst()
                .orElse(""));
    }

    private static boolean isSeen(Node node) {
        Node at = node;
        while (at != null && at.isVisible()) {
            at = at.getParent();
        }
        return at == null;
    }
}
