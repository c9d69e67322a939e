package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.app.controls.ChartSeries;
import dev.socketscope.app.controls.RttChart;
import dev.socketscope.app.fake.FakeEngine;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
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
    void severalThatAreChosenHaveTwoLinesEach(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        robot.clickOn("#connection-table").push(KeyCode.SHIFT, KeyCode.UP);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        await().until(() -> robot.lookup("#rtt-chosen").<Labeled>query().getText().equals("Chosen (2)"));
        robot.clickOn("#rtt-chosen");

        RttChart chart = robot.lookup("#rtt-chart").query();
        await().until(() -> chart.series().size() == 4);
        assertThat(chart.series()).filteredOn(ChartSeries::dashed)
                .extracting(ChartSeries::colour)
                .hasSize(2)
                .doesNotHaveDuplicates();
        assertThat(chart.series()).extracting(ChartSeries::dashed).containsExactly(true, false, true, false);
        assertThat(memory.text("rtt.scope")).contains("chosen");
    }

    @Test
    void aLineIsHiddenAndShownByKeyAndStandsOutWhenChosen(FxRobot robot) {
        RttChart chart = robot.lookup("#rtt-chart").query();
        await().until(() -> chart.series().size() == 14);
        String first = chart.series().getFirst().name();
        TableView<?> table = robot.lookup("#rtt-lines").query();
        robot.interact(table::requestFocus);
        robot.push(KeyCode.HOME);
        await().until(() -> chart.series().stream().filter(line -> line.opacity() == 1).count() == 1);
        robot.push(KeyCode.ESCAPE);
        await().until(() -> chart.series().stream().allMatch(line -> line.opacity() == 1));

        robot.push(KeyCode.HOME).push(KeyCode.SPACE);
        await().until(() -> chart.series().stream().noneMatch(line -> line.name().equals(first)));
        assertThat(chart.series()).hasSize(13).allMatch(line -> line.opacity() == 1);
        robot.push(KeyCode.SPACE);
        await().until(() -> chart.series().size() == 14);
    }

    @Test
    void aClickOnTheBoxOfALineHidesAndShowsIt(FxRobot robot) {
        RttChart chart = robot.lookup("#rtt-chart").query();
        await().until(() -> chart.series().size() == 14);
        String first = chart.series().getFirst().name();

        clickBox(robot, 0);
        await().until(() -> chart.series().stream().noneMatch(line -> line.name().equals(first)));
        assertThat(chart.series()).hasSize(13);
        assertThat(box(robot, 0).isSelected()).isFalse();
        assertThat(box(robot, 1).isSelected()).isTrue();

        clickBox(robot, 1);
        await().until(() -> chart.series().size() == 12);
        clickBox(robot, 0);
        clickBox(robot, 1);
        await().until(() -> chart.series().size() == 14);
        assertThat(chart.series()).as("the box chooses no line").allMatch(line -> line.opacity() == 1);
    }

    /** At its place: rows take other cells whenever their figures are told anew. */
    private static void clickBox(FxRobot robot, int row) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn(WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            CheckBox box = box(robot, row);
            return box.localToScreen(box.getBoundsInLocal());
        }));
    }

    /** Of a row of the legend that is in sight. */
    private static CheckBox box(FxRobot robot, int row) {
        return robot.lookup("#rtt-lines .table-row-cell")
                .<TableRow<?>>queryAll()
                .stream()
                .filter(one -> one.isVisible() && one.getIndex() == row)
                .findFirst()
                .map(one -> (CheckBox) one.lookup(".check-box"))
                .orElseThrow();
    }

    @Test
    void percentilesOfEveryLineAreCopied(FxRobot robot) {
        await().until(() -> robot.lookup("#rtt-chart").<RttChart>query().series().size() == 14);
        robot.clickOn("#rtt-export").clickOn("#chart-export-figures-copy");

        String copied = WaitForAsyncUtils.waitForAsyncFx(5_000, () -> Clipboard.getSystemClipboard().getString());
        assertThat(copied.lines()).hasSize(15)
                .anyMatch(line -> line.matches(".*ws_8171 client,\\d+,\\d+(,\\d+\\.\\d{3}){5}"));
    }

    @Test
    void enterLeadsToTheFramesOfTheConnectionThen(FxRobot robot) {
        RttChart chart = robot.lookup("#rtt-chart").query();
        await().until(() -> chart.series().size() == 14);
        robot.interact(chart::requestFocus);
        robot.push(KeyCode.SHIFT, KeyCode.LEFT).push(KeyCode.ENTER);

        await().until(() -> robot.lookup("#story").tryQuery().filter(Node::isVisible).isPresent());
        await().until(() -> memory.text("shell.panel").filter("connections"::equals).isPresent());
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
