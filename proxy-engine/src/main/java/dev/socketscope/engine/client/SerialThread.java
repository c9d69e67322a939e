package dev.socketscope.engine.client;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One daemon thread on which everything of a client happens in order. What comes after the end is dropped quietly.
 */
final class SerialThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SerialThread.class);
    private static final int LONGEST_END_MILLIS = 200;
    private final String name;
    private final ScheduledThreadPoolExecutor thread;

    SerialThread(String name) {
        this.name = name;
        thread = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name(name).factory());
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
            return () -> LOG.trace("{} has ended", name);
        }
    }

    Plan every(Duration period, Runnable task) {
        try {
            return planOf(thread.scheduleWithFixedDelay(() -> guarded(task), period.toNanos(), period.toNanos(),
                    TimeUnit.NANOSECONDS));
        } catch (RejectedExecutionException _) {
            return () -> LOG.trace("{} has ended", name);
        }
    }

    private static Plan planOf(ScheduledFuture<?> future) {
        return () -> future.cancel(false);
    }

    /** Runs a task now. One that throws is told of and harms no other; a repeated one would never run again, unnoticed. */
    void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.warn("A task of {} failed", name, e);
        }
    }

    /** Drops what is planned and returns at once; what runs now, perhaps the caller, is not disturbed. */
    void end() {
        thread.getQueue().clear();
        thread.shutdown();
    }

    /** Returns when nothing runs any more, after a fifth of a second at most. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(LONGEST_END_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.debug("{} is still busy", name);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
