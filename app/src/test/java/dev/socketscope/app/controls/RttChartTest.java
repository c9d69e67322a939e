package dev.socketscope.app.controls;

import static dev.socketscope.app.controls.TimeView.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.VerticalDirection;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class RttChartTest {
    private static final long NOW = 1_700_000_000L * SECOND;
    private final TimeView view = new TimeView(60 * SECOND, 0);
    private final ChartPoints points = new ChartPoints(1_000);
    private RttChart chart;

    @Start
    void start(Stage stage) {
        Fonts.load();
        chart = new RttChart("Round trips", "ms", view);
        Scene scene = new Scene(new StackPane(chart), 668, 342);
        new Appearance(Memory.forgetful()).dress(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        // The stage is the JVM's only one and keeps the size that another test gave it.
        stage.setWidth(668);
        stage.setHeight(342);
        stage.show();
    }

    /** 50 ms for two minutes, with one pong missing 30 seconds ago. */
    @BeforeEach
    void fill(FxRobot robot) {
        for (int second = 120; second >= 0; second--) {
            points.add(NOW - second * SECOND, second == 30 ? Double.NaN : 50);
        }
        robot.interact(() -> {
            view.now(NOW);
            chart.show(List.of(new ChartSeries("client", 0, 1, 5 * SECOND, points)),
                    List.of(new ChartWindow(NOW - 50 * SECOND, NOW - 40 * SECOND, "slow",
                            "flt_1 latency “slow”")));
        });
    }

    @Test
    void theLineStandsWhereItsValuesAreInItsColour(FxRobot robot) {
        PixelReader pixels = pixels(robot);
        double plotHeight = 342 - 20 - 22;
        int y = (int) (20 + plotHeight * (1 - 50 / (50 * 1.12)));

        assertThat(near(pixels.getColor(58 + 500, y), Color.web("#2dd4bf"))).isTrue();
        assertThat(near(pixels.getColor(58 + 500, y + 30), Color.web("#0d1117"))).isTrue();
    }

    @Test
    void aMissedPongBreaksTheLineAndIsMarked(FxRobot robot) {
        PixelReader pixels = pixels(robot);
        int y = (int) (20 + 300 * (1 - 50 / (50 * 1.12)));

        assertThat(near(pixels.getColor(58 + 300, y - 4), Color.web("#e3b341"))).as("ring").isTrue();
        assertThat(near(pixels.getColor(58 + 300, y), Color.web("#0d1117"))).as("inside of the ring").isTrue();
    }

    @Test
    void aSingleValueIsADotLargeEnoughToBeSeen(FxRobot robot) {
        ChartPoints one = new ChartPoints(10);
        one.add(NOW - 30 * SECOND, 50);
        robot.interact(() -> chart.show(List.of(new ChartSeries("client", 0, 1, 5 * SECOND, one)), List.of()));

        PixelReader pixels = pixels(robot);
        int y = (int) (20 + 300 * (1 - 50 / (50 * 1.12)));
        for (int[] away : new int[][]{{-1, 0}, {0, -1}, {0, 0}, {1, 0}, {0, 1}}) {
            assertThat(near(pixels.getColor(58 + 300 + away[0], y + away[1]), Color.web("#2dd4bf")))
                    .as("%d, %d", away[0], away[1])
                    .isTrue();
        }
    }

    @Test
    void aWindowIsShadedAndNamed(FxRobot robot) {
        PixelReader pixels = pixels(robot);

        assertThat(pixels.getColor(58 + 150, 300).getRed()).isGreaterThan(pixels.getColor(58 + 250, 300).getRed() + .1);
        assertThat(robot.lookup(".chart-window-label").queryLabeled().getText()).isEqualTo("⚡ slow");
    }

    @Test
    void theWheelZoomsAtThePointerAndADragPans(FxRobot robot) {
        robot.interact(view::hold);
        robot.moveTo(chart);
        robot.scroll(3, VerticalDirection.UP);
        await().untilAsserted(() -> assertThat(view.span()).isLessThan(60 * SECOND));
        long before = view.to();

        robot.drag(chart).dropBy(100, 0);

        await().until(() -> view.to() < before);
        assertThat(view.following()).isFalse();
    }

    @Test
    void thePointerIsToldTimeAndValue(FxRobot robot) {
        robot.moveTo(chart);

        await().until(() -> chart.hovered().contains("client  50.0 ms"));
        assertThat(chart.hovered()).matches("(?s)\\d\\d:\\d\\d:\\d\\d\\.\\d\n.*");
    }

    @Test
    void thePointerIsToldOfFaultsAndOfPongsThatDidNotCome(FxRobot robot) {
        Bounds bounds = chart.localToScreen(chart.getBoundsInLocal());
        robot.moveTo(bounds.getMinX() + 58 + 150, bounds.getMinY() + 100);
        await().until(() -> chart.hovered().contains("⚡ flt_1 latency “slow”"));

        robot.moveTo(bounds.getMinX() + 58 + 300, bounds.getMinY() + 100);
        await().until(() -> chart.hovered().contains("client  pong missed, pinged at "));
        assertThat(chart.hovered()).doesNotContain("flt_1");
    }

    @Test
    void whatLiesBetweenDashesIsFaintAndNotLost(FxRobot robot) {
        robot.interact(() -> chart.show(List.of(new ChartSeries("client", 0, 1, true, 5 * SECOND, points)), List.of()));
        PixelReader pixels = pixels(robot);
        int y = (int) (20 + 300 * (1 - 50 / (50 * 1.12)));

        List<Color> along = IntStream.range(58 + 400, 58 + 440).mapToObj(x -> pixels.getColor(x, y)).toList();
        assertThat(along).anyMatch(colour -> near(colour, Color.web("#2dd4bf")))
                .anyMatch(colour -> colour.getGreen() < 0.4)
                .allMatch(colour -> colour.getGreen() > 0.1);
    }

    @Test
    void enterAndTheContextMenuLeadToTheMoment(FxRobot robot) {
        List<Long> opened = new ArrayList<>();
        robot.interact(() -> ChartMoments.install(chart, (series, micros) -> opened.add(micros)));
        robot.interact(chart::requestFocus);
        robot.push(KeyCode.SHIFT, KeyCode.LEFT).push(KeyCode.ENTER);
        assertThat(opened).containsExactly(NOW);

        Bounds bounds = chart.localToScreen(chart.getBoundsInLocal());
        robot.rightClickOn(bounds.getMinX() + 58 + 150, bounds.getMinY() + 100).clickOn("#chart-moment");
        assertThat(opened).hasSize(2);
        assertThat(opened.getLast()).isBetween(NOW - 46 * SECOND, NOW - 44 * SECOND);
    }

    @Test
    void keysMoveTimeAndWalkFromPointToPoint(FxRobot robot) {
        robot.interact(chart::requestFocus);
        robot.push(KeyCode.LEFT);
        assertThat(view.to()).isEqualTo(NOW - 6 * SECOND);
        robot.push(KeyCode.END);
        assertThat(view.following()).isTrue();
        robot.push(KeyCode.SPACE);
        assertThat(view.following()).isFalse();
        robot.push(KeyCode.SHIFT, KeyCode.LEFT).push(KeyCode.SHIFT, KeyCode.LEFT);
        await().until(() -> chart.hovered().contains("50.0 ms"));
    }

    @Test
    void aPictureAndATableCanBeTaken(FxRobot robot) {
        byte[] png = WaitForAsyncUtils.waitForAsyncFx(5_000, chart::png);
        assertThat(png).startsWith(0x89, 'P', 'N', 'G').hasSizeGreaterThan(2_000);
        assertThat(chart.csv().lines()).hasSize(1 + 60);
    }

    @Test
    void withoutAValueThereIsNothingToReadOff(FxRobot robot) {
        robot.interact(() -> chart.show(List.of(new ChartSeries("client", 0, 1, 5 * SECOND, new ChartPoints(10))),
                List.of()));

        assertThat(labels(robot)).isEmpty();
        assertThat(near(pixels(robot).getColor(58 + 300, 342 - 23), Color.web("#0d1117"))).as("ground").isTrue();
    }

    @Test
    void labelsOfSmallValuesDiffer(FxRobot robot) {
        ChartPoints small = new ChartPoints(10);
        small.add(NOW - SECOND, 0.008);
        robot.interact(() -> chart.show(List.of(new ChartSeries("client", 0, 1, 5 * SECOND, small)), List.of()));

        assertThat(labels(robot)).filteredOn(label -> label.endsWith(" ms"))
                .contains("0.002 ms", "0.004 ms")
                .doesNotHaveDuplicates();
    }

    private static List<String> labels(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(".chart-label")
                .queryAllAs(Label.class)
                .stream()
                .filter(Label::isVisible)
                .map(Label::getText)
                .toList();
    }

    private PixelReader pixels(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return WaitForAsyncUtils.waitForAsyncFx(5_000, () -> chart.snapshot(null, null)).getPixelReader();
    }

    private static boolean near(Color some, Color other) {
        return Math.abs(some.getRed() - other.getRed()) < 0.25 && Math.abs(some.getGreen() - other.getGreen()) < 0.25
                && Math.abs(some.getBlue() - other.getBlue()) < 0.25;
    }
}
