package dev.socketscope.engine.metrics;

import dev.socketscope.engine.api.RttPage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * The newest {@value #CAPACITY} round trips of one leg. One thread adds; any thread reads and never holds the writer up. Memory
 * grows with the samples: 32 bytes before the first, 16 KiB at the most.
 */
public final class RttHistory {
    /** How many samples are kept. */
    public static final int CAPACITY = 1024;

    private static final int FIRST_CAPACITY = 4;

    /** Sample {@code seq} is at {@code 2 * (seq % capacity)}: when the ping was sent, then how long the pong took. */
    private volatile @Nullable AtomicLongArray ring;
    /** Samples of which the first half may have been written; what they replace can no longer be read. */
    private volatile long begun;
    /** Samples that can be read. */
    private volatile long end;

    /** Adds a sample, as in {@link RttPage.Sample}. Only ever called by one thread. */
    public void add(long atMicros, long micros) {
        long seq = end;
        AtomicLongArray here = roomFor(seq);
        begun = seq + 1;
        int slot = slot(here, seq);
        here.set(slot, atMicros);
        here.set(slot + 1, micros);
        end = seq + 1;
    }

    /**
     * Answers at once with what is there. Any thread.
     *
     * @param after the {@code next} of the page before; 0 to begin with the oldest sample still there
     */
    public RttPage read(long after) {
        long to = end;
        AtomicLongArray here = ring;
        if (here == null) {
            return RttPage.NOTHING;
        }
        long asked = Math.clamp(after, 0, to);
        long from = Math.max(asked, to - CAPACITY);
        List<RttPage.Sample> samples = new ArrayList<>((int) (to - from));
        for (long seq = from; seq < to; seq++) {
            int slot = slot(here, seq);
            samples.add(new RttPage.Sample(here.get(slot), here.get(slot + 1)));
        }
        // The writer may have come round while we copied: what it has begun to replace is not to be trusted.
        int lost = (int) Math.clamp(begun - CAPACITY - from, 0, to - from);
        return new RttPage(from + lost - asked, List.copyOf(samples.subList(lost, samples.size())), to);
    }

    private AtomicLongArray roomFor(long seq) {
        AtomicLongArray here = ring;
        int capacity = here == null ? 0 : here.length() / 2;
        if (here != null && (seq < capacity || capacity == CAPACITY)) {
            return here;
        }
        // Nothing has been replaced so far, and the smaller ring is never written to again: its readers read on in peace.
        AtomicLongArray larger = new AtomicLongArray(2 * Math.max(FIRST_CAPACITY, 2 * capacity));
        for (int i = 0; i < 2 * capacity && here != null; i++) {
            larger.setPlain(i, here.getPlain(i));
        }
        ring = larger;
        return larger;
    }

    private static int slot(AtomicLongArray ring, long seq) {
        return (int) (2 * seq % ring.length());
    }
}
