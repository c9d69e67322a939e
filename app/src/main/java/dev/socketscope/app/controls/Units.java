package dev.socketscope.app.controls;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/** Numbers as people read them, always the same width for the same magnitude. Sizes use 1024: KB, MB, GB. */
public final class Units {
    public static final String NOTHING = "—";
    private static final String[] SIZES = {"B", "KB", "MB", "GB", "TB", "PB", "EB"};

    private Units() {}

    /** {@code 1,204}. */
    public static String count(long number) {
        return Math.abs(number) < 1_000 ? Long.toString(number) : String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 86 B}, {@code 1.2 KB}, {@code 312 KB}, {@code 4.1 MB}. */
    public static String bytes(double bytes) {
        double value = Math.max(0, bytes);
        int unit = 0;
        while (value >= 999.5 && unit < SIZES.length - 1) {
            value /= 1024;
            unit++;
        }
        return (unit > 0 && value < 9.95 ? oneDecimal(value) : String.valueOf(Math.round(value))) + " " + SIZES[unit];
    }

    /** A rate without its unit: {@code 0}, {@code 0.4}, {@code 9.5}, {@code 1,284}. */
    public static String perSecond(double rate) {
        return rate > 0 && rate < 9.95 ? oneDecimal(Math.max(0.1, rate)) : count(Math.round(rate));
    }

    private static String oneDecimal(double value) {
        long tenths = Math.round(value * 10);
        return tenths / 10 + "." + tenths % 10;
    }

    /** {@code 99.6}, {@code 100}, {@code 3}: one decimal place where it says something. */
    public static String decimal(double value) {
        double tenths = Math.round(value * 10) / 10.0;
        return tenths == Math.rint(tenths) ? count(Math.round(tenths)) : String.format(Locale.ROOT, "%,.1f", tenths);
    }

    /** {@code 0.31}, {@code 4.2}, {@code 251}: milliseconds with three figures at most, without the unit. */
    public static String millis(long micros) {
        double millis = micros / 1000.0;
        String pattern = millis < 0.995 ? "%.2f" : millis < 99.5 ? "%.1f" : "%,.0f";
        return String.format(Locale.ROOT, pattern, millis);
    }

    /** {@code 00:44}, {@code 12:41}, {@code 3:07:12}, {@code 2d 03:00}. */
    public static String age(Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        long days = seconds / 86_400;
        long hours = seconds / 3_600 % 24;
        if (days > 0) {
            return days + "d " + two(hours) + ":" + two(seconds / 60 % 60);
        }
        return (hours > 0 ? hours + ":" : "") + two(seconds / 60 % 60) + ":" + two(seconds % 60);
    }

    /** By hand, because twenty ages are told each second, and formatting would be most of the work. */
    private static String two(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }

    /** {@code 0.35 s}, {@code 2.6 s}, {@code 44 s}: three figures at most below a minute, then as {@link #span}. */
    public static String seconds(Duration span) {
        double seconds = span.toNanos() / 1e9;
        if (seconds >= 59.5) {
            return span(span.plusMillis(500));
        }
        String pattern = seconds < 0.995 ? "%.2f s" : seconds < 9.95 ? "%.1f s" : "%.0f s";
        return String.format(Locale.ROOT, pattern, Math.max(0, seconds));
    }

    /** {@code 12:41:07.3}, where the window runs. */
    public static String clock(Instant at) {
        return ChartTicks.exactTime(TimeView.micros(at), ZoneId.systemDefault());
    }

    /** In words: {@code 44 s}, {@code 12 min}, {@code 3 h 7 min}, {@code 2 d 3 h}. */
    public static String span(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        if (minutes < 60) {
            return minutes + " min";
        }
        long hours = minutes / 60;
        return hours < 24 ? hours + " h " + minutes % 60 + " min" : hours / 24 + " d " + hours % 24 + " h";
    }
}
