package dev.socketscope.app.payload;

import dev.socketscope.app.live.Live;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works through payloads on one background thread, one after the other, and tells the JavaFX thread now and then how far it
 * has come. Work that is no longer wanted ends at its next step.
 */
final class Indexing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Indexing.class);
    private static final long TELL_NANOS = 60_000_000;

    /** Something that takes a while. */
    @FunctionalInterface
    interface Work {
        /** Called on the background thread; looks at {@link Progress#stopped()} every few thousand steps. */
        void run(Progress progress);
    }

    /** What the work hears and tells. */
    @FunctionalInterface
    interface Progress {
        /** Whether to end now. Calling it also tells the JavaFX thread of what is there so far, if that is due. */
        boolean stopped();
    }

    private final Live live;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("payload").factory());

    Indexing(Live live) {
        this.live = live;
    }

    /**
     * @param progressed called on the JavaFX thread several times a second while the work goes on and once when it has ended, but
     *        not after it was stopped
     * @return stops the work
     */
    Runnable start(Work work, Runnable progressed) {
        var run = new Run(progressed);
        live.deliver(CompletableFuture.runAsync(() -> work.run(run), thread), (nothing, failure) -> {
            if (failure != null) {
                LOG.error("A payload could not be worked through", failure);
            }
            run.tell();
        });
        return () -> run.unwanted = true;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private final class Run implements Progress {
        private final Runnable progressed;
        private volatile boolean unwanted;
        private long told = System.nanoTime();

        Run(Runnable progressed) {
            this.progressed = progressed;
        }

        @Override
        public boolean stopped() {
            long now = System.nanoTime();
            if (now - told > TELL_NANOS) {
                told = now;
                live.deliver(CompletableFuture.completedFuture(this), (run, failure) -> tell());
            }
            return unwanted || Thread.currentThread().isInterrupted();
        }

        private void tell() {
            if (!unwanted) {
                progressed.run();
            }
        }
    }
}
