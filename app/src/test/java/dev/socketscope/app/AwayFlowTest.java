package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.fake.FakeEngine;
import dev.socketscope.engine.api.Command;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What a person sees of a connection whose upstream or client is missing, and what can be done about it. */
class AwayFlowTest extends FakeFlow {
    AwayFlowTest() {
        super(FakeEngine.troubled(5));
    }

    @Start
    void start(Stage stage) {
        window.show(stage);
    }

    @Test
    void aMissingUpstreamCountsDownAndIsDialledAtOnceWhenAsked(FxRobot robot) {
        choose(robot, "Reconnecting 3/10");
        await().until(() -> text(robot, "#countdown").matches("attempt 3 of 10 in \\d.*"));
        assertThat(text(robot, "#story")).startsWith("The upstream was lost ")
                .contains(": TCP reset;",
                        "14 messages wait");
        String before = text(robot, "#countdown");
        await().until(() -> !text(robot, "#countdown").equals(before));

        robot.clickOn("#retry-now");

        await().until(() -> engine.commands.contains(new Command.RetryNow("ws_80c1")));
        await().until(() -> !robot.lookup("#retry-now").query().getParent().isVisible());
    }

    @Test
    void aMissingClientCannotBeDialledButGivenUp(FxRobot robot) {
        choose(robot, "Held (client away)");
        await().until(() -> text(robot, "#countdown").startsWith("given up in "));
        assertThat(robot.lookup("#retry-now").query().isVisible()).isFalse();

        robot.clickOn("#give-up");

        await().until(() -> engine.commands.contains(new Command.GiveUp("ws_7e02")));
        await().until(() -> text(robot, "#story").startsWith("Closed by the engine with 1011 “upstream lost”"));
        assertThat(text(robot, "#story")).contains("2 reconnects");
    }

    @Test
    void theTableShowsWhatWaitsAndWhichFaultsApply(FxRobot robot) {
        await().until(() -> robot.lookup(".table-cell")
                .<Labeled>match(c -> "14 ↑".equals(c.getText()))
                .tryQuery()
                .isPresent());
        assertThat(robot.lookup(".table-cell").<Labeled>match(c -> "7 ↓".equals(c.getText())).tryQuery()).isPresent();
        assertThat(robot.lookup(".fault-chip").<Labeled>queryAll().stream().map(Labeled::getText))
                .contains("latency", "cut upstream");
    }

    @Test
    void chartsStandBesideTheFramesUntilTheyAreFoldedAway(FxRobot robot) {
        await().until(() -> robot.lookup("#rtt-aside-chart").tryQuery().isPresent());

        robot.clickOn("Handshake");
        await().until(() -> robot.lookup("#rtt-aside-chart").tryQuery().isEmpty());
        robot.clickOn("Frames");
        await().until(() -> robot.lookup("#rtt-aside-chart").tryQuery().isPresent());

        robot.clickOn("#aside-toggle");
        await().until(() -> robot.lookup("#rtt-aside-chart").tryQuery().isEmpty());
        assertThat(memory.text("connections.aside")).contains("false");
    }

    private static void choose(FxRobot robot, String state) {
        await().until(() -> robot.lookup(state).tryQuery().isPresent());
        robot.clickOn(state);
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }
}
