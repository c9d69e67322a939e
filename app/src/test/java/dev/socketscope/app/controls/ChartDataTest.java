package dev.socketscope.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChartDataTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 256, 300, 1_000})
    void theNewestPointsStayInOrder(int bound) {
        ChartPoints points = new ChartPoints(bound);
        List<Long> all = new ArrayList<>();
        for (long i = 0; i < 700; i++) {
            points.add(i * 10, i);
            all.add(i * 10);
        }

        List<Long> newest = all.subList(Math.max(0, all.size() - bound), all.size());
        assertThat(points.size()).isEqualTo(newest.size());
        for (int i = 0; i < newest.size(); i++) {
            assertThat(points.time(i)).isEqualTo(newest.get(i));
            assertThat(points.value(i)).isEqualTo(newest.get(i) / 10f);
        }
    }

    @Test
    void placesAreFoundByTime() {
        ChartPoints points = new ChartPoints(10);
        assertThat(points.nearest(5)).isEqualTo(-1);
        for (long at : new long[]{10, 20, 40}) {
            points.add(at, 1);
        }

        assertThat(points.from(0)).isZero();
        assertThat(points.from(20)).isEqualTo(1);
        assertThat(points.from(21)).isEqualTo(2);
        assertThat(points.from(41)).isEqualTo(3);
        assertThat(points.nearest(29)).isEqualTo(1);
        assertThat(points.nearest(31)).isEqualTo(2);
        assertThat(points.nearest(500)).isEqualTo(2);
    }

    /** A line that is sampled densely must lie within the spans, and reach their ends. */
    @Test
    void spansCoverTheLineAndNothingElse() {
        long seed = 20261101;
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            ColumnSpans spans = new ColumnSpans();
            spans.reset(30);
            double x0 = random.nextDouble(-10, 35);
            double x1 = x0 + random.nextDouble(0.01, 40);
            double y0 = random.nextDouble(0, 100);
            double y1 = random.nextDouble(0, 100);
            spans.stroke(x0, y0, x1, y1);
            double[] low = new double[30];
            double[] high = new double[30];
            java.util.Arrays.fill(low, 1e9);
            java.util.Arrays.fill(high, -1e9);
            for (int i = 0; i <= 40_000; i++) {
                double x = x0 + (x1 - x0) * i / 40_000;
                int column = (int) Math.floor(x);
                if (column >= 0 && column < 30) {
                    double y = y0 + (y1 - y0) * i / 40_000;
                    low[column] = Math.min(low[column], y);
                    high[column] = Math.max(high[column], y);
                }
            }
            for (int column = 0; column < 30; column++) {
                if (low[column] < 1e9) {
                    assertThat(Math.abs(spans.low(column) - low[column])).as("seed %d round %d", seed, round)
                            .isLessThan(0.1);
                    assertThat(Math.abs(spans.high(column) - high[column])).as("seed %d round %d", seed, round)
                            .isLessThan(0.1);
                } else {
                    assertThat(spans.isEmpty(column)).as("seed %d round %d column %d", seed, round, column).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"100, 4, 50", "90, 4, 50", "80, 4, 20", "4.2, 4, 2", "0.9, 4, 0.5", "1000, 4, 500"})
    void valueStepsAreRound(double most, int steps, double step) {
        assertThat(ChartTicks.valueStep(most, steps)).isEqualTo(step);
    }

    @Test
    void timeTicksStandAtRoundTimesOfTheZone() {
        ZoneId zone = ZoneOffset.ofHoursMinutes(5, 30);
        long at = 1_700_000_000L * TimeView.SECOND;
        long step = ChartTicks.timeStep(3_600 * TimeView.SECOND, 6);

        assertThat(step).isEqualTo(600 * TimeView.SECOND);
        assertThat(ChartTicks.time(ChartTicks.firstTick(at, step, zone), step, zone)).isEqualTo("03:50");
    }

    @Test
    void aTableForOtherProgramsHoldsWhatIsInSight() {
        ChartPoints points = new ChartPoints(10);
        points.add(1_000_000, 1.5);
        points.add(2_000_000, Double.NaN);
        points.add(99_000_000, 7);
        TimeView view = new TimeView(10 * TimeView.SECOND, 0);
        view.now(10 * TimeView.SECOND);

        assertThat(ChartCsv.of(List.of(new ChartSeries("a \"b\"", 0, 1, 1, points)), view, "ms"))
                .isEqualTo("""
                        series,time,ms\r
                        "a ""b""\",1970-01-01T00:00:01Z,1.5\r
                        "a ""b""\",1970-01-01T00:00:02Z,\r
                        """);
    }
}
