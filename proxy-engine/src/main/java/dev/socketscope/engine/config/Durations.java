package dev.socketscope.engine.config;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations with units: {@code 500ms}, {@code 10s}, {@code 1.5m}, {@code 1h}. A number without a unit is not a duration. */
public final class Durations {
    private static final Pattern SYNTAX = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?) ?(ms|s|m|h)");
    private static final Map<String, Long> MICROS = Map.of("ms", 1_000L, "s", 1_000_000L, "m", 60_000_000L, "h",
            3_600_000_000L);

    private static final long MICROS_OF_A_MILLI = 1_000;

    private Durations() {}

    /** Empty when the text is not a duration in whole microseconds. */
    public static Optional<Duration> parse(String text) {
        Matcher duration = SYNTAX.matcher(text);
        if (!duration.matches()) {
            return Optional.empty();
        }
        return Syntax.product(duration.group(1), MICROS.getOrDefault(duration.group(2), 1L))
                .map(micros -> Duration.ofSeconds(micros / 1_000_000, micros % 1_000_000 * 1_000));
    }

    static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** As {@link #text}, but exact to the microsecond: {@code 0.25ms}. */
    public static String exact(Duration duration) {
        long micros = duration.toNanos() / 1_000;
        long part = micros % MICROS_OF_A_MILLI;
        return part == 0 ? text(duration)
                : micros / MICROS_OF_A_MILLI + "." + "%03d".formatted(part).replaceAll("0+$", "") + "ms";
    }

    /** The shortest exact writing, for example {@code 10s}; precise to the millisecond. */
    public static String text(Duration duration) {
        long millis = duration.toMillis();
        if (millis == 0) {
            return "0s";
        }
        if (millis % 3_600_000 == 0) {
            return millis / 3_600_000 + "h";
        }
        if (millis % 60_000 == 0) {
            return millis / 60_000 + "m";
        }
        return millis % 1_000 == 0 ? millis / 1_000 + "s" : millis + "ms";
    }
}
