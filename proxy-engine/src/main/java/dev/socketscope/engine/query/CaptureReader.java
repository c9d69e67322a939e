package dev.socketscope.engine.query;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.FilterException;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameView;
import dev.socketscope.engine.api.Payload;
import dev.socketscope.engine.journal.FrameStore;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads captured frames for whoever asks, never on an event loop and never on the asker's thread. */
public final class CaptureReader implements AutoCloseable {
    private static final int MOST_WAITING = 256;

    private final FrameViews views;
    private final MessageReader messages;
    private final CapturedMessages whole;
    private final ThreadPoolExecutor thread;

    /** @param connections tells a connection of its id, null when it is not known any more; any thread, at once */
    public CaptureReader(FrameStore log, Function<String, @Nullable Connection> connections) {
        this.views = new FrameViews(log, connections);
        this.messages = new MessageReader(log);
        this.whole = new CapturedMessages(log);
        this.thread = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING),
                Thread.ofPlatform().daemon().name("socketscope-payload").factory());
        thread.allowCoreThreadTimeOut(true);
    }

    /** Opens a view, which the caller closes. @throws FilterException when the filter cannot be understood */
    public FrameView open(FrameQuery query) throws FilterException {
        return views.open(query);
    }

    /** Content of one frame; empty when it has been dropped. */
    public CompletionStage<Optional<Payload>> frame(long seq) {
        return later(() -> messages.frame(seq));
    }

    /** Content of the whole message that a frame belongs to; empty when it has been dropped. */
    public CompletionStage<Optional<Payload>> message(long seq) {
        return later(() -> messages.message(seq));
    }

    /** Whole messages, all of a selection or none. */
    public CompletionStage<CapturedMessages.Found> select(
            Function<CapturedMessages, CapturedMessages.Found> selection) {
        return later(() -> selection.apply(whole));
    }

    /** What takes too long for an event loop. */
    public <T> CompletionStage<T> later(Supplier<T> reading) {
        try {
            return CompletableFuture.supplyAsync(reading, thread);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedStage(
                    new IllegalStateException("too many payloads are being asked for, or the engine is closed", e));
        }
    }

    @Override
    public void close() {
        views.close();
        thread.shutdown();
    }
}
