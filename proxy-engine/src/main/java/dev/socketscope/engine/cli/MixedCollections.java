package dev.socketscope.engine.cli;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Brings about the collections that clear up what G1 has marked. They come when young memory is full, which in an engine at rest takes minutes each,
 * and it gives memory back only after them. So young memory is filled with garbage, a little at a time: each pause is one of a few
 * milliseconds with seconds behind it. Of pauses that take a hundredth of the time G1 would conclude that its heap is too small.
 */
final class MixedCollections {
    private static final int TIMES = 8;
    /** About what young memory has room for when a heap is kept small. */
    private static final int FILL = 4 << 20;
    private static final int PIECE = 16 << 10;
    private static final long SECONDS_BETWEEN = 4;

    private final ScheduledExecutorService thread;
    /** Where the compiler sees it, which would leave out what nobody can read. */
    private volatile byte @Nullable [] newest;

    MixedCollections(ScheduledExecutorService thread) {
        this.thread = thread;
    }

    void begin() {
        fill(TIMES);
    }

    private void fill(int times) {
        for (int filled = 0; filled < FILL; filled += PIECE) {
            newest = new byte[PIECE];
        }
        newest = null;
        if (times > 1) {
            thread.schedule(() -> fill(times - 1), SECONDS_BETWEEN, TimeUnit.SECONDS);
        }
    }
}
