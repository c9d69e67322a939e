package dev.socketscope.engine.export;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Numbers and times as a report has them: sizes in units of 1024, times in milliseconds. */
final class ReportWords {
    static final String NOTHING = "—";
    private static final String[] SIZES = {"B", "KB", "MB", "GB", "TB"};

    private ReportWords() {}

    /** {@code 1,204}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 message}, {@code 1,204 messages}. */
    static String count(long number, String one) {
        return count(number) + " " + one + (number == 1 ? "" : "s");
    }

    /** To the millisecond. */
    static String moment(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** {@code 86 B}, {@code 1.2 KB}, {@code 4.1 MB}. */
    static String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 999.5 && unit < SIZES.length - 1) {
            value /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f" : "%.1f", value) + " " + SIZES[unit];
    }

    /** {@code 1.234 ms}; nothing for less than 0, which stands for what nobody knows. */
    static String millis(long micros) {
        return micros < 0 ? NOTHING : String.format(Locale.ROOT, "%,.3f ms", micros / 1e3);
    }

    /** {@code +12.345678 s} since something began. */
    static String since(Instant begin, long atMicros) {
        return String.format(Locale.ROOT, "%+.6f", (atMicros - micros(begin)) / 1e6);
    }

    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
