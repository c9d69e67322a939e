package dev.socketscope.bench.load;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.HdrHistogram.Histogram;

/** What the sockets of one run have achieved. Everything but waiting happens on the load's one event loop. */
final class Tally {
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(1);
    private final Histogram latency = new Histogram(LONGEST_NANOS, 3);
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private boolean stopped;
    private long since;

    /** One unit of work is done. */
    void done(long tookNanos) {
        latency.recordValue(Math.min(tookNanos, LONGEST_NANOS));
    }

    /** Something went wrong, which is of no interest once the run has ended. */
    void fail(Throwable cause) {
        if (!stopped) {
            failure.completeExceptionally(cause);
        }
    }

    /** Forgets what was achieved so far. */
    void restart() {
        latency.reset();
        since = System.nanoTime();
    }

    /** Ends the run: what sockets report from now on is no failure any more. */
    Measured finish() {
        stopped = true;
        return new Measured(latency.getTotalCount(), System.nanoTime() - since, latency.getValueAtPercentile(50),
                latency.getValueAtPercentile(99));
    }

    boolean stopped() {
        return stopped;
    }

    /** Waits until something is done. @throws IllegalStateException as soon as a socket fails, or when it takes too long */
    void await(CompletableFuture<Void> done, long nanos) throws InterruptedException {
        try {
            CompletableFuture.anyOf(done, failure).get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the sockets were not open in time", e);
        } catch (ExecutionException e) {
            throw failed(e);
        }
    }

    /** Lets the sockets work for so long. @throws IllegalStateException as soon as one of them fails */
    void run(long nanos) throws InterruptedException {
        try {
            failure.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return;
        } catch (ExecutionException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(ExecutionException e) {
        return new IllegalStateException("the load failed: " + e.getCause(), e.getCause());
    }
}
