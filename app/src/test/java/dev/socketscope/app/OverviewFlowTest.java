package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.fake.FakeEngine;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.ServiceLevel;
import dev.socketscope.engine.api.ServiceLevel.Kind;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

class OverviewFlowTest extends FakeFlow {
    OverviewFlowTest() {
        super(FakeEngine.troubled(10));
    }

    @Start
    void start(Stage stage) {
        memory.put("shell.panel", "overview");
        window.show(stage);
    }

    @Test
    void levelsAreColouredByTargetAndAlertAndFollowTheEngine(FxRobot robot) {
        await().until(() -> value(robot, "connection-success").getText().equals("99.6 %"));
        assertThat(value(robot, "connection-success").getStyleClass()).contains("good");
        assertThat(value(robot, "reconnections").getStyleClass()).contains("held");
        assertThat(value(robot, "ping-pong").getStyleClass()).contains("broken");

        engine.levels(List.of(new ServiceLevel(Kind.CONNECTION_SUCCESS, 90, 10, true)));

        await().until(() -> value(robot, "connection-success").getStyleClass().contains("broken"));
        assertThat(value(robot, "ping-pong").getText()).isEqualTo("—");
    }

    @Test
    void theHistoryOfALevelIsReadOffByKeys(FxRobot robot) {
        Node chart = robot.lookup("#level-connection-success .level-chart").query();
        Node mark = robot.lookup("#level-connection-success .level-mark").query();
        await().until(() -> chart.getAccessibleText().contains("99.6 %"));
        assertThat(chart.getAccessibleText()).startsWith("Connection success in the last minutes");
        engine.levels(List.of(new ServiceLevel(Kind.CONNECTION_SUCCESS, 90, 10, true)));
        await().until(() -> chart.getAccessibleText().contains("90 %"));
        robot.interact(chart::requestFocus);

        robot.push(KeyCode.LEFT);
        assertThat(chart.getAccessibleHelp()).contains("90 %", "target > 99 %");
        assertThat(mark.isVisible()).isTrue();
        robot.push(KeyCode.HOME);
        assertThat(chart.getAccessibleHelp()).contains("99.6 %");
        robot.push(KeyCode.END);
        assertThat(chart.getAccessibleHelp()).contains("90 %");
        robot.push(KeyCode.ESCAPE);
        assertThat(chart.getAccessibleHelp()).isNull();
        assertThat(mark.isVisible()).isFalse();
    }

    @Test
    void theStatusBarTellsTheSameLevels(FxRobot robot) {
        await().until(() -> figure(robot, "#status-success").equals("99.6 %"));
        assertThat(figure(robot, "#status-reconnects")).isEqualTo("3.2 /h");
        assertThat(figure(robot, "#status-pongs")).isEqualTo("97.1 %");
    }

    @Test
    void theTunnelIsDrawnAndTheQueueCanBeFlushedFromHere(FxRobot robot) {
        await().until(() -> robot.lookup(".hop .section-title")
                .<Labeled>queryAll()
                .stream()
                .map(Labeled::getText)
                .toList()
                .containsAll(List.of("Browser", "This engine", "Sandbox")));
        assertThat(robot.lookup("holding 2 · buffering 21").tryQuery()).isPresent();

        robot.clickOn("#hmr-card-flush");

        await().until(() -> engine.commands.contains(new Command.FlushHmr("ws_7e02")));
    }

    private static Labeled value(FxRobot robot, String level) {
        return robot.lookup("#level-" + level + " .level-value").query();
    }

    private static String figure(FxRobot robot, String id) {
        return robot.lookup(id + " .figure-number").<Labeled>query().getText();
    }
}
