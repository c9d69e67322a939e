package dev.socketscope.app.rtt;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.TimeView;
import java.util.Locale;

/** How much time a person wants to see. */
enum Span {
    MINUTE(60), FIVE_MINUTES(300), HOUR(3_600), ALL(0);

    private final long seconds;

    Span(long seconds) {
        this.seconds = seconds;
    }

    /** @param oldest time of the oldest point, microseconds */
    long micros(long oldest, long now) {
        return this == ALL ? Math.max(TimeView.SHORTEST, now - oldest) : seconds * TimeView.SECOND;
    }

    static Span named(String name) {
        for (Span span : values()) {
            if (span.name().equals(name)) {
                return span;
            }
        }
        return FIVE_MINUTES;
    }

    @Override
    public String toString() {
        return Strings.of("rtt.span." + name().toLowerCase(Locale.ROOT));
    }
}
