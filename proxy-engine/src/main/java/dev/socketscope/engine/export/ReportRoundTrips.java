package dev.socketscope.engine.export;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.RttPage;
import dev.socketscope.engine.api.RttPage.Sample;
import dev.socketscope.engine.html.Html;
import dev.socketscope.engine.metrics.RttSummary;
import java.io.IOException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** How long the engine's pings took on both legs of a connection: in figures, and over time. */
final class ReportRoundTrips {
    private static final int WIDTH = 1_000;
    private static final int HEIGHT = 100;
    /** The chart has no more points than this; each stands for the slowest of its neighbours. */
    private static final int MOST_POINTS = 500;

    private final Map<Leg, List<Sample>> samples = new EnumMap<>(Leg.class);

    ReportRoundTrips(Engine engine, String connection) {
        for (Leg leg : Leg.values()) {
            RttPage page = engine.rtt(connection, leg, 0);
            samples.put(leg, page.samples());
        }
    }

    void write(Html html) throws IOException {
        if (samples.values().stream().allMatch(List::isEmpty)) {
            return;
        }
        html.leaf("h3", "Round trips").open("div", "class", "scroll").open("table").open("tr");
        for (String head : List.of("Leg", "answered", "not answered", "least", "p50", "p95", "p99", "most")) {
            html.leaf("th", head, "class", head.equals("Leg") ? "name" : "number");
        }
        html.close();
        for (Leg leg : Leg.values()) {
            row(html, leg, RttSummary.of(samples(leg)));
        }
        html.close().close();
        chart(html);
    }

    private List<Sample> samples(Leg leg) {
        return samples.getOrDefault(leg, List.of());
    }

    private static void row(Html html, Leg leg, RttSummary figures) throws IOException {
        html.open("tr").leaf("td", leg == Leg.CLIENT ? "client" : "upstream", "class", "name " + colour(leg));
        number(html, ReportWords.count(figures.answered()));
        number(html, ReportWords.count(figures.unanswered()));
        for (long micros : List.of(figures.min(), figures.median(), figures.p95(), figures.p99(), figures.max())) {
            number(html, ReportWords.millis(micros));
        }
        html.close();
    }

    private static void number(Html html, String text) throws IOException {
        html.leaf("td", text, "class", "number");
    }

    /** The colour of what that leg's peer sends. */
    private static String colour(Leg leg) {
        return leg == Leg.CLIENT ? "up" : "down";
    }

    private void chart(Html html) throws IOException {
        long first = bound(true);
        long span = Math.max(1, bound(false) - first);
        long most = samples.values().stream().flatMap(List::stream).mapToLong(Sample::micros).max().orElse(0);
        if (most <= 0) {
            return;
        }
        html.open("svg", "class", "chart", "viewBox", "0 0 " + WIDTH + " " + HEIGHT, "preserveAspectRatio", "none",
                "role", "img", "aria-label", "Round trips over time");
        for (Leg leg : Leg.values()) {
            StringBuilder points = new StringBuilder();
            for (Sample sample : thinned(samples(leg))) {
                double x = (double) (sample.atMicros() - first) / span * WIDTH;
                double y = HEIGHT - 4 - (double) sample.micros() / most * (HEIGHT - 8);
                points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
            }
            html.open("polyline", "class", colour(leg), "points", points.toString(), "vector-effect",
                    "non-scaling-stroke", "stroke-width", "1.5").close();
        }
        html.close()
                .leaf("p", "0 to " + ReportWords.millis(most) + " over "
                        + String.format(Locale.ROOT, "%,.1f s", span / 1e6), "class", "note");
    }

    private long bound(boolean least) {
        var times = samples.values().stream().flatMap(List::stream).mapToLong(Sample::atMicros);
        return (least ? times.min() : times.max()).orElse(0);
    }

    private static List<Sample> thinned(List<Sample> all) {
        List<Sample> answered = all.stream().filter(Sample::answered).toList();
        int step = Math.max(1, (answered.size() + MOST_POINTS - 1) / MOST_POINTS);
        return IntStream.iterate(0, from -> from < answered.size(), from -> from + step)
                .mapToObj(from -> answered.subList(from, Math.min(answered.size(), from + step)))
                .map(near -> near.stream().max(Comparator.comparingLong(Sample::micros)).orElseThrow())
                .toList();
    }
}
