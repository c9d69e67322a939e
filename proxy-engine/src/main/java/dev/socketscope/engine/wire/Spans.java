package dev.socketscope.engine.wire;

import dev.socketscope.engine.config.Durations;
import java.time.Duration;

/** Durations as the API writes them: a number with a unit, exact to the microsecond, for example {@code 1.5s} or {@code 0.25ms}. */
public final class Spans {
    static final String EXPECTED = "a duration such as 500ms, 10s or 1.5m";

    private Spans() {}

    public static String text(Duration duration) {
        return Durations.exact(duration);
    }

    /** @throws WireException when the text is not a duration */
    public static Duration parse(String key, String text) {
        return Durations.parse(text)
                .orElseThrow(() -> new WireException(key, '"' + text + '"', EXPECTED));
    }
}
