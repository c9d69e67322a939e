package dev.socketscope.engine.sandbox;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread on which everything happens that the sandbox does by itself. Nothing runs after {@link #close()}. */
final class Timer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Timer.class);
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().daemon().name("sandbox-timer").factory());

    Timer() {
        thread.setRemoveOnCancelPolicy(true);
    }

    /** Something that repeats until it is cancelled. */
    interface Repeating {
        void cancel();
    }

    void after(Duration pause, Runnable task) {
        try {
            thread.schedule(() -> run(task), pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException _) {
            LOG.trace("The sandbox is stopping");
        }
    }

    Repeating every(Duration period, Runnable task) {
        try {
            var running = thread.scheduleAtFixedRate(() -> run(task), period.toNanos(), period.toNanos(),
                    TimeUnit.NANOSECONDS);
            return () -> running.cancel(false);
        } catch (RejectedExecutionException _) {
            return () -> LOG.trace("The sandbox is stopping");
        }
    }

    /** A task that throws would never run again, and nobody would learn why. */
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.warn("The sandbox stumbled", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
