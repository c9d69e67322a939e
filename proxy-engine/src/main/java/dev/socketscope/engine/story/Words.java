package dev.socketscope.engine.story;

import java.time.Duration;
import java.util.Locale;

/** Numbers and spans inside of sentences. */
final class Words {
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;
    private static final int DAY = 24 * HOUR;

    private Words() {}

    /** {@code 1,204}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 44 s}, {@code 12 min}, {@code 3 h 7 min}, {@code 2 d 3 h}. */
    static String span(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        if (seconds < HOUR) {
            return seconds < MINUTE ? seconds + " s" : seconds / MINUTE + " min";
        }
        return seconds < DAY ? seconds / HOUR + " h " + seconds % HOUR / MINUTE + " min"
                : seconds / DAY + " d " + seconds % DAY / HOUR + " h";
    }
}
