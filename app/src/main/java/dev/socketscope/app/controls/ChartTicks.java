package dev.socketscope.app.controls;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Round steps for axes. */
final class ChartTicks {
    private static final long[] SECONDS = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400,
            21_600, 43_200, 86_400, 172_800};
    private static final long MINUTE = 60;
    private static final long DAY = 86_400;
    private static final DateTimeFormatter TENTHS = formatter("HH:mm:ss.S");
    private static final DateTimeFormatter SECOND = formatter("HH:mm:ss");
    private static final DateTimeFormatter OF_DAY = formatter("HH:mm");
    private static final DateTimeFormatter OF_YEAR = formatter("MMM d");

    private ChartTicks() {}

    /** 1, 2 or 5 times a power of ten, so that at most so many of them reach {@code most}. */
    static double valueStep(double most, int steps) {
        double rough = most / steps;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double share = rough / power;
        return power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
    }

    /** In microseconds, so that at most so many fit into the span. */
    static long timeStep(long spanMicros, int steps) {
        for (long seconds : SECONDS) {
            if (spanMicros / (seconds * TimeView.SECOND) <= steps) {
                return seconds * TimeView.SECOND;
            }
        }
        return SECONDS[SECONDS.length - 1] * TimeView.SECOND;
    }

    /** The first tick at or after a moment, counted from local midnight. */
    static long firstTick(long micros, long step, ZoneId zone) {
        Instant midnight = instant(micros).atZone(zone).truncatedTo(ChronoUnit.DAYS).toInstant();
        long base = midnight.getEpochSecond() * TimeView.SECOND;
        return base + Math.ceilDiv(micros - base, step) * step;
    }

    /** {@code 12:41:07}, {@code 12:41} where seconds tell nothing, {@code Nov 26} for days. */
    static String time(long micros, long step, ZoneId zone) {
        long seconds = step / TimeView.SECOND;
        return format(micros, seconds < MINUTE ? SECOND : seconds < DAY ? OF_DAY : OF_YEAR, zone);
    }

    static String exactTime(long micros, ZoneId zone) {
        return format(micros, TENTHS, zone);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static String format(long micros, DateTimeFormatter format, ZoneId zone) {
        return format.format(instant(micros).atZone(zone));
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }
}
