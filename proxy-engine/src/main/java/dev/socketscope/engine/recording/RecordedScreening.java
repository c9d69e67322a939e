package dev.socketscope.engine.recording;

import dev.socketscope.engine.journal.Screening;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for one range after another which frames pass. A range is as long as some milliseconds allow: that bounds how late the first frames
 * are shown, how long a closed search goes on, and what is remembered.
 *
 * <pre>
 *   few pass:   ──range──►──range of twice the length──►──…       those that pass are looked at
 *   many pass:  ──range──►──16 times as many, unasked──►──range──► asking would cost more than it spares
 * </pre>
 */
final class RecordedScreening implements Screening {
    private static final Logger LOG = LoggerFactory.getLogger(RecordedScreening.class);
    private static final int SHORTEST = 32;
    private static final int LONGEST = 1 << 16;
    private static final long SHORT_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(4);
    /** Many pass when one in so many does; so many times a range is then gone through unasked. */
    private static final int MANY = 16;

    private final ScreenReader reader;
    private final ScreenSql screen;
    private long[] passing = {};
    /** The range that {@link #passing} tells of. */
    private long begin;
    private long end;
    /** From the range's end up to here everything passes unasked. */
    private long unasked;
    private int length = SHORTEST;

    /** @param first from this number on frames are asked for; the first ones pass unasked, so that what is among them is shown at once */
    RecordedScreening(ScreenReader reader, ScreenSql screen, long first) {
        this.reader = reader;
        this.screen = screen;
        this.begin = first;
        this.end = first;
        this.unasked = first + MANY * SHORTEST;
    }

    @Override
    public long skip(long from) {
        if (from >= end && from < unasked) {
            return from;
        }
        if (from < begin || from >= end) {
            ask(from);
        }
        int place = Arrays.binarySearch(passing, from);
        int next = place < 0 ? -1 - place : place;
        return next < passing.length ? passing[next] : end;
    }

    private void ask(long from) {
        begin = from;
        end = from + length;
        unasked = end;
        long began = System.nanoTime();
        try {
            passing = reader.passing(screen, begin, end);
        } catch (SQLException e) {
            LOG.debug("Frames are looked at one by one: {}", e.getMessage());
            passing = new long[0];
            end = from;
            unasked = from + LONGEST;
            return;
        }
        if (passing.length > length / MANY) {
            unasked = end + (long) MANY * length;
        }
        long took = System.nanoTime() - began;
        if (took < SHORT_NANOS) {
            length = Math.min(LONGEST, 2 * length);
        } else if (took > LONG_NANOS) {
            length = Math.max(SHORTEST, length / 2);
        }
    }
}
