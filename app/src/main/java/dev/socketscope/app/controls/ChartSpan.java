package dev.socketscope.app.controls;

import java.util.Locale;

/** How much time of a chart a person wants to see. */
public enum ChartSpan {
    MINUTE(60), FIVE_MINUTES(300), HOUR(3_600), ALL(0);

    private final long seconds;

    ChartSpan(long seconds) {
        this.seconds = seconds;
    }

    /** @param oldest time of the oldest point, microseconds */
    public long micros(long oldest, long now) {
        return this == ALL ? Math.max(TimeView.SHORTEST, now - oldest) : seconds * TimeView.SECOND;
    }

    /** Five minutes for a name that is none. */
    public static ChartSpan named(String name) {
        for (ChartSpan span : values()) {
            if (span.name().equals(name)) {
                return span;
            }
        }
        return FIVE_MINUTES;
    }

    @Override
    public String toString() {
        return Strings.of("chart.span." + name().toLowerCase(Locale.ROOT));
    }
}
