package dev.socketscope.app.rtt;

import dev.socketscope.app.controls.Csv;
import java.util.List;
import java.util.Locale;

/**
 * A line of the chart in figures.
 *
 * @param key tells it from all others
 * @param colour number of its colour in the chart
 * @param shown whether the chart draws it
 * @param stats of the time in sight
 */
record RttLine(String key, String name, int colour, boolean dashed, boolean shown, RttStats stats) {
    private static final List<String> HEAD = List.of("series", "answered", "missed", "p50 ms", "p90 ms", "p95 ms",
            "p99 ms", "max ms");

    /** {@code ━ /echo ws_4kf2a upstream}. */
    String title() {
        return (dashed ? "╍ " : "━ ") + name;
    }

    /** A table for other programs; a line without an answered ping has no round trips. */
    static String csv(List<RttLine> lines) {
        StringBuilder table = new StringBuilder(Csv.line(HEAD));
        for (RttLine line : lines) {
            RttStats stats = line.stats();
            table.append(Csv.line(List.of(line.name(), Integer.toString(stats.answered()),
                    Integer.toString(stats.missed()), plain(stats.p50()), plain(stats.p90()), plain(stats.p95()),
                    plain(stats.p99()), plain(stats.most()))));
        }
        return table.toString();
    }

    private static String plain(double millis) {
        return Double.isNaN(millis) ? "" : String.format(Locale.ROOT, "%.3f", millis);
    }
}
