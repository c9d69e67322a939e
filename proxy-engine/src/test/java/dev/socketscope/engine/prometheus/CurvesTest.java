package dev.socketscope.engine.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurvesTest {
    private static final String TYPE = "# TYPE a_total counter";

    private static List<Curve> curves(Scrapes scrapes, String name, Reading reading, Map<String, String> wanted) {
        return Curves.of(scrapes.family(name), reading, wanted, 0, Long.MAX_VALUE);
    }

    private static double[] values(Curve curve) {
        return IntStream.range(0, curve.points().size()).mapToDouble(curve.points()::value).toArray();
    }

    @Test
    void aCounterThatBeginsAnewHasGrownByWhatItHas() {
        Scrapes scrapes = new Scrapes().then(TYPE, "a_total 100")
                .then(TYPE, "a_total 130")
                .then(TYPE, "a_total 7")
                .then(TYPE, "a_total 9");

        assertThat(values(curves(scrapes, "a_total", Reading.RATE, Map.of()).getFirst())).containsExactly(30, 7, 2);
        assertThat(Reading.of(scrapes.family("a_total"))).startsWith(Reading.RATE);
    }

    @Test
    void linesAreChosenByTheirLabels() {
        Scrapes scrapes = new Scrapes().then("g{a=\"1\",b=\"x\"} 1", "g{a=\"2\",b=\"x\"} 2");

        assertThat(scrapes.family("g").labels()).containsOnlyKeys("a", "b");
        assertThat(curves(scrapes, "g", Reading.VALUE, Map.of("a", "2"))).singleElement()
                .satisfies(curve -> assertThat(curve.title()).isEqualTo("a=\"2\", b=\"x\""))
                .satisfies(curve -> assertThat(values(curve)).containsExactly(2));
    }

    @Test
    void percentilesAreOfWhatCameBetweenTwoScrapes() {
        Scrapes scrapes = new Scrapes().then(histogram(1_000, 1_000, 1_000))
                .then(histogram(1_090, 1_100, 1_100))
                .then(histogram(1_090, 1_100, 1_100))
                .then(histogram(0, 10, 10));

        List<Curve> curves = curves(scrapes, "h_seconds", Reading.PERCENTILES, Map.of());

        assertThat(curves).extracting(Curve::part).containsExactly("p50", "p95", "p99");
        assertThat(values(curves.getFirst())).as("nothing came in the second interval")
                .containsExactly(new double[]{0.1 * 50 / 90, 0.55}, within(1e-9));
        assertThat(values(curves.get(1))[0]).isCloseTo(0.1 + 0.9 * 0.5, within(1e-9));
        assertThat(values(curves(scrapes, "h_seconds", Reading.RATE, Map.of()).getFirst()))
                .containsExactly(100, 0, 10);
    }

    private static String[] histogram(int tenth, int one, int all) {
        return new String[]{"# TYPE h_seconds histogram", "h_seconds_bucket{le=\"0.1\"} " + tenth,
                "h_seconds_bucket{le=\"1\"} " + one, "h_seconds_bucket{le=\"+Inf\"} " + all, "h_seconds_sum " + all,
                "h_seconds_count " + all};
    }

    @Test
    void aboveAllBoundsThereIsOnlyTheLastOne() {
        Buckets.Spread spread = new Buckets.Spread(new double[]{1, 2, Double.POSITIVE_INFINITY}, new double[]{1, 0, 9});

        assertThat(spread.quantile(0.99)).isEqualTo(2);
        assertThat(new Buckets.Spread(new double[]{Double.POSITIVE_INFINITY}, new double[]{5}).quantile(0.5)).isNaN();
        assertThat(new Buckets.Spread(new double[]{1}, new double[]{0}).quantile(0.5)).isNaN();
    }

    @Test
    void summariesHaveTheirOwnQuantilesOrAMean() {
        Scrapes scrapes = new Scrapes()
                .then("# TYPE s summary", "s{quantile=\"0.5\"} 3", "s_sum 10", "s_count 2", "# TYPE t summary",
                        "t_sum 1",
                        "t_count 1")
                .then("# TYPE s summary", "s{quantile=\"0.5\"} 4", "s_sum 20", "s_count 4", "# TYPE t summary",
                        "t_sum 7",
                        "t_count 3");

        assertThat(curves(scrapes, "s", Reading.PERCENTILES, Map.of())).singleElement()
                .satisfies(curve -> assertThat(curve.title()).isEqualTo("0.5"))
                .satisfies(curve -> assertThat(values(curve)).containsExactly(3, 4));
        assertThat(Reading.of(scrapes.family("t"))).doesNotContain(Reading.PERCENTILES);
        assertThat(values(curves(scrapes, "t", Reading.MEAN, Map.of()).getFirst())).containsExactly(3);
    }
}
