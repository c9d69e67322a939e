package dev.socketscope.engine.wire;

import dev.socketscope.engine.config.Durations;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Durations as the API writes them: a number with a unit, exact to the microsecond, for example {@code 1.5s} or {@code 0.25ms}. */
public final class Spans {
    private static final long MICROS_OF_A_MILLI = 1_000;

    private Spans() {}

    public static String text(Duration duration) {
        long micros = duration.toNanos() / 1_000;
        long part = micros % MICROS_OF_A_MILLI;
        if (part == 0) {
            return Durations.text(duration.truncatedTo(ChronoUnit.MILLIS));
        }
        return micros / MICROS_OF_A_MILLI + "." + "%03d".formatted(part).replaceAll("0+$", "") + "ms";
    }

    /** @throws WireException when the text is not a duration */
    public static Duration parse(String key, String text) {
        return Durations.parse(text)
                .orElseThrow(() -> new WireException(key, '"' + text + '"', "a duration such as 500ms, 10s or 1.5m"));
    }
}
