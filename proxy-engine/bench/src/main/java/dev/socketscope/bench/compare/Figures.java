package dev.socketscope.bench.compare;

import java.util.List;
import java.util.Locale;

/** How figures stand in tables. */
final class Figures {
    private static final String NONE = "–";

    private Figures() {}

    /** Three digits, and all of a whole number. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f", value);
    }

    static String percent(double share) {
        return Double.isNaN(share) ? NONE : String.format(Locale.ROOT, "%.0f %%", share * 100);
    }

    /** Of two medians, either of which may be missing. */
    static String ratio(double mine, double reference) {
        return mine > 0 && reference > 0 ? String.format(Locale.ROOT, "%.2f", mine / reference) : NONE;
    }

    /** Median, lowest and highest CPU time of a unit of work. */
    static String cpu(List<Sample> samples) {
        double[] each = samples.stream().mapToDouble(Sample::cpuMicrosEach).sorted().toArray();
        if (each.length == 0 || each[each.length - 1] == 0) {
            return NONE;
        }
        return "%s (%s–%s)".formatted(number(Samples.median(samples, Sample::cpuMicrosEach)), number(each[0]),
                number(each[each.length - 1]));
    }
}
