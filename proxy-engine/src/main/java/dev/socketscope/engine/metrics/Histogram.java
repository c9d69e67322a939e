package dev.socketscope.engine.metrics;

import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * Counts durations from 0 µs to one hour, each to within {@link Buckets#RELATIVE_ERROR}. One thread records, without a lock or
 * garbage; any thread takes snapshots and never holds the writer up. A histogram without a value occupies a few words, one with
 * a value 7 KiB, however many follow.
 */
final class Histogram {
    private static final int SUM = Buckets.COUNT;
    private static final int MAX = Buckets.COUNT + 1;

    /** Buckets, then the sum and the maximum; made with the first value. */
    private volatile @Nullable AtomicLongArray cells;

    /** Counts one duration; see {@link #record(long, long)}. */
    void record(long micros) {
        record(micros, 1);
    }

    /**
     * Counts a duration that so many things took. Only ever called by one thread.
     *
     * @param micros below 0 (a clock was set) counts as 0, above an hour as an hour
     */
    void record(long micros, long times) {
        long value = Math.clamp(micros, 0, Buckets.MAX_MICROS);
        AtomicLongArray here = cells;
        if (here == null) {
            here = new AtomicLongArray(Buckets.COUNT + 2);
            cells = here;
        }
        add(here, Buckets.index(value), times);
        add(here, SUM, value * times);
        if (value > here.getPlain(MAX)) {
            here.setOpaque(MAX, value);
        }
    }

    /**
     * Everything recorded so far. A value that is being recorded meanwhile may be in the buckets and not yet in sum and maximum.
     * No later snapshot taken by the same thread has less in any bucket.
     */
    HistogramSnapshot snapshot() {
        AtomicLongArray here = cells;
        if (here == null) {
            return HistogramSnapshot.EMPTY;
        }
        long[] counts = new long[Buckets.COUNT];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = here.getOpaque(i);
        }
        return HistogramSnapshot.of(counts, here.getOpaque(SUM), here.getOpaque(MAX));
    }

    /** There is one writer, so reading plainly and storing opaquely loses nothing and needs no locked instruction. */
    private static void add(AtomicLongArray cells, int index, long amount) {
        cells.setOpaque(index, cells.getPlain(index) + amount);
    }
}
