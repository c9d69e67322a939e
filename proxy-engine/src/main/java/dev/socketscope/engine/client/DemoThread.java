package dev.socketscope.engine.client;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread on which the demo's clients think. What comes after the end is dropped quietly. */
final class DemoThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoThread.class);
    private static final int LONGEST_END_MILLIS = 200;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().daemon().name("demo-clients").factory());

    DemoThread() {
        thread.setRemoveOnCancelPolicy(true);
    }

    /** Something planned that may be called off. */
    interface Plan {
        void cancel();
    }

    void run(Runnable task) {
        after(Duration.ZERO, task);
    }

    Plan after(Duration pause, Runnable task) {
        try {
            return planOf(thread.schedule(() -> guarded(task), pause.toNanos(), TimeUnit.NANOSECONDS));
        } catch (RejectedExecutionException _) {
            return () -> LOG.trace("The demo is over");
        }
    }

    Plan every(Duration period, Runnable task) {
        try {
            return planOf(thread.scheduleWithFixedDelay(() -> guarded(task), period.toNanos(), period.toNanos(),
                    TimeUnit.NANOSECONDS));
        } catch (RejectedExecutionException _) {
            return () -> LOG.trace("The demo is over");
        }
    }

    private static Plan planOf(ScheduledFuture<?> future) {
        return () -> future.cancel(false);
    }

    /** A repeated task that throws would never run again, and nobody would learn why. */
    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.warn("A demo client stumbled", e);
        }
    }

    /** Returns when nothing runs any more, after a fifth of a second at most. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(LONGEST_END_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.debug("A demo client is still busy");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
