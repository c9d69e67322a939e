package dev.socketscope.app.playback;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Moments of a recording in words. */
final class Times {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final long MICROS = 1_000_000;
    private static final long MINUTE = 60;
    private static final long HOUR = 3_600;

    private final long begin;
    private final ZoneId zone;

    /** @param begin of the recording, microseconds since the epoch */
    Times(long begin, ZoneId zone) {
        this.begin = begin;
        this.zone = zone;
    }

    /** {@code 0:07.4} or {@code 1:02:07.4} after the begin. */
    String since(long micros) {
        long tenths = (micros - begin) / (MICROS / 10);
        long seconds = tenths / 10;
        String rest = String.format(Locale.ROOT, "%02d.%d", seconds % MINUTE, tenths % 10);
        return seconds < HOUR ? seconds / MINUTE + ":" + rest
                : String.format(Locale.ROOT, "%d:%02d:%s", seconds / HOUR, seconds / MINUTE % MINUTE, rest);
    }

    /** On the clock on the wall, to the millisecond. */
    String clock(long micros) {
        return CLOCK.format(Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atZone(zone));
    }
}
