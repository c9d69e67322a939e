package dev.socketscope.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.metrics.Allocated;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MixedCollectionsTest {
    /** Runs nothing by itself. */
    private static final class Later extends ScheduledThreadPoolExecutor {
        private final Queue<Runnable> tasks = new ArrayDeque<>();
        private long seconds;

        Later() {
            super(1);
        }

        @Override
        public @Nullable ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
            tasks.add(task);
            seconds += unit.toSeconds(delay);
            return null;
        }
    }

    private final Later later = new Later();

    @AfterEach
    void close() {
        later.shutdownNow();
    }

    @Test
    void youngMemoryIsFilledEightTimesWithFourSecondsInBetween() {
        long mebibytes = Allocated.bytesBy(new MixedCollections(later)::begin) >> 20;
        int fills = 1;
        while (!later.tasks.isEmpty()) {
            mebibytes += Allocated.bytesBy(later.tasks.remove()) >> 20;
            fills++;
        }
        assertThat(fills).isEqualTo(8);
        assertThat(later.seconds).isEqualTo(7 * 4);
        assertThat(mebibytes).isEqualTo(32);
    }
}
