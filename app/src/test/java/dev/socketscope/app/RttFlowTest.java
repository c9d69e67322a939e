package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.controls.RttChart;
import dev.socketscope.app.fake.FakeEngine;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

class RttFlowTest extends FakeFlow {
    RttFlowTest() {
        super(FakeEngine.troubled(6));
    }

    @Start
    void start(Stage stage) {
        memory.put("shell.panel", "rtt");
        window.show(stage);
    }

    @Test
    void allLiveConnectionsHaveALineForEachLegAndOneCanBeLookedAtAlone(FxRobot robot) {
        RttChart chart = robot.lookup("#rtt-chart").query();
        await().until(() -> chart.series().size() == 14);
        assertThat(chart.series()).extracting(series -> series.name()).contains("/graphql ws_8171 client");

        robot.clickOn("#rtt-chosen");

        await().until(() -> chart.series().size() == 2);
        robot.clickOn("#rtt-chosen");
        assertThat(chart.series()).as("one of both is always chosen").hasSize(2);
    }

    @Test
    void theSpanIsChosenAndRememberedAndPercentilesAreToldForIt(FxRobot robot) {
        await().until(
                () -> robot.lookup("#rtt-summary").<Labeled>query().getText().matches("p50 [\\d.]+ · p99 [\\d.]+ ms"));
        ComboBox<?> span = robot.lookup("#rtt-span").queryComboBox();
        robot.interact(span::requestFocus);
        robot.push(KeyCode.UP);

        await().until(() -> memory.text("rtt.span").filter("MINUTE"::equals).isPresent());
        RttChart chart = robot.lookup("#rtt-chart").query();
        String table = WaitForAsyncUtils.waitForAsyncFx(5_000, chart::csv);
        assertThat(table.lines().filter(line -> line.contains("ws_8171 client")).count()).isBetween(58L, 61L);
    }

    @Test
    void aTableIsCopied(FxRobot robot) {
        await().until(() -> robot.lookup("#rtt-chart").<RttChart>query().series().size() == 14);
        robot.clickOn("#rtt-export").clickOn("#chart-export-copy");

        String copied = WaitForAsyncUtils.waitForAsyncFx(5_000, () -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).startsWith("series,time,ms").contains("ws_8171 upstream");
    }

    @Test
    void theTabIsAboutTheChosenConnection(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2).clickOn("RTT");

        await().until(() -> robot.lookup("#rtt-tab-chart").<RttChart>query().series().size() == 2);
    }
}
