package dev.socketscope.engine.api;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Ranges of a fault's values. */
final class FaultChecks {
    static final Duration NONE = Duration.ZERO;
    static final Duration SHORTEST = Duration.ofNanos(1_000);
    /** Nobody waits longer for a message. */
    static final Duration LONGEST_DELAY = Duration.ofMinutes(10);
    static final Duration LONGEST_LIFE = Duration.ofDays(7);

    private static final int MOST = 1_000_000_000;
    private static final int LONGEST_LABEL = 80;

    private FaultChecks() {}

    static void span(String key, Duration value, Duration min, Duration max) {
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw unfit(key, text(value), "a duration from " + text(min) + " to " + text(max));
        }
    }

    static void delay(String key, Duration value) {
        span(key, value, SHORTEST, LONGEST_DELAY);
    }

    static void number(String key, long value, long min, long max) {
        if (value < min || value > max) {
            throw unfit(key, Long.toString(value), "a whole number from " + min + " to " + max);
        }
    }

    static void length(String key, String value, int min, int max) {
        if (value.length() < min || value.length() > max) {
            throw unfit(key, value.length() + " characters", min + " to " + max + " characters");
        }
    }

    /** Half the spread around a delay; it may not lead to times before the beginning. */
    static void jitter(Duration jitter, Duration delay) {
        if (jitter.isNegative() || jitter.compareTo(delay) > 0) {
            throw unfit("jitter", text(jitter), "a duration from 0s to the delay, " + text(delay));
        }
    }

    /** How often something may happen; null for no limit. */
    static void count(@Nullable Integer count) {
        if (count != null) {
            number("count", count, 1, MOST);
        }
    }

    static void label(String label) {
        line("label", label, LONGEST_LABEL);
    }

    static void line(String key, String value, int longest) {
        if (value.length() > longest || value.chars().anyMatch(Character::isISOControl)) {
            throw unfit(key, value.length() + " characters", "one line of at most " + longest + " characters");
        }
    }

    static InvalidFaultException unfit(String key, String found, String expected) {
        return new InvalidFaultException(key, "got " + found + ", expected " + expected);
    }

    /** As people write it: in hours, minutes or seconds when that is exact, else in milliseconds or microseconds. */
    static String text(Duration value) {
        long micros = value.toNanos() / 1_000;
        if (micros % 1_000 != 0) {
            return micros + "µs";
        }
        long millis = micros / 1_000;
        if (millis % 1_000 != 0) {
            return millis + "ms";
        }
        long seconds = millis / 1_000;
        if (seconds == 0 || seconds % 60 != 0) {
            return seconds + "s";
        }
        return seconds % 3_600 == 0 ? seconds / 3_600 + "h" : seconds / 60 + "m";
    }

    /** What a Close frame has to carry. */
    static void close(int code, String reason) {
        if (!CloseCode.mayStandOnWire(code)) {
            throw unfit("code", Integer.toString(code),
                    CloseCode.ON_WIRE + ": no other may stand in a Close frame");
        }
        int length = CloseCode.lengthOnWire(reason);
        if (length > CloseCode.LONGEST_REASON) {
            throw unfit("reason", length + " bytes", "at most " + CloseCode.LONGEST_REASON + " bytes of UTF-8");
        }
    }
}
