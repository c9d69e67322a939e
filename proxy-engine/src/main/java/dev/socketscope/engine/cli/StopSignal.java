package dev.socketscope.engine.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits for SIGTERM or SIGINT and lets the command that waited end in its own time, up to five seconds.
 *
 * <p>On such a signal the JVM runs its shutdown hooks and ends with 128 + signal, whatever the command returns. So the hook
 * holds the JVM until the command is done and then halts it with the code of an orderly end.
 */
public final class StopSignal implements AutoCloseable {
    private static final Duration LONGEST_END = Duration.ofMillis(4_800);
    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::endJvm, "stop-signal");

    private final int orderlyCode;

    StopSignal() {
        this(ExitCode.FINE);
    }

    /** @param orderlyCode what the process answers when the command ends in time */
    public StopSignal(int orderlyCode) {
        this.orderlyCode = orderlyCode;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Returns when a signal has come. */
    void await() throws InterruptedException {
        requested.await();
    }

    /** As {@link #await()}, but not for longer than that; false when no signal has come by then. */
    public boolean await(Duration longest) throws InterruptedException {
        return requested.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void endJvm() {
        requested.countDown();
        boolean orderly = false;
        try {
            orderly = finished.await(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(orderly ? orderlyCode : ExitCode.FAILED);
    }

    /** The command has ended: a JVM that is about to end may do so, one that is not keeps no hook of ours. */
    @Override
    public void close() {
        finished.countDown();
        if (requested.getCount() > 0) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException _) {
                // The signal came just now; the hook finds the command finished.
            }
        }
    }
}
