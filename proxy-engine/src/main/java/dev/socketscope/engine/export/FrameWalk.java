package dev.socketscope.engine.export;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.FilterException;
import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameRow;
import dev.socketscope.engine.api.FrameView;
import dev.socketscope.engine.api.Payload;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Goes through the captured frames of an engine, in the order of capture. */
final class FrameWalk {
    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    /** Gets one frame after the other. */
    @FunctionalInterface
    interface Receiver {
        void take(Frame frame) throws IOException;
    }

    private final Engine engine;
    private long lost;

    FrameWalk(Engine engine) {
        this.engine = engine;
    }

    /** @param connections ids; empty for all */
    void each(Set<String> connections, Receiver receiver) throws IOException {
        try (FrameView view = engine.frames(new FrameQuery(connections, ""))) {
            awaitComplete(view);
            long end = view.endRow();
            for (long number = view.firstRow(); number < end; number++) {
                FrameRow row = row(view, number);
                if (row == null) {
                    lost++;
                } else {
                    receiver.take(row.frame());
                }
            }
        } catch (FilterException e) {
            throw new IllegalStateException("An empty filter is understood", e);
        }
    }

    private static void awaitComplete(FrameView view) throws IOException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (view.pending() > 0) {
            if (System.nanoTime() - deadline > 0) {
                throw new IOException("the frames could not be gone through within 30 s");
            }
            LockSupport.parkNanos(REST_NANOS);
        }
    }

    /** A remote engine's rows come when they have been asked for. */
    private static @Nullable FrameRow row(FrameView view, long number) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        FrameRow row = view.row(number);
        while (row == null && number >= view.firstRow() && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(REST_NANOS);
            row = view.row(number);
        }
        return row;
    }

    /** Content of one frame; empty when it is gone. */
    Optional<Payload> content(Frame frame) throws IOException {
        return await(engine.framePayload(frame.seq()));
    }

    /** Content of the message that ends with a frame; empty when it is gone. */
    Optional<Payload> message(Frame last) throws IOException {
        return await(engine.message(last.seq()));
    }

    private Optional<Payload> await(CompletionStage<Optional<Payload>> stage) throws IOException {
        try {
            Optional<Payload> payload = stage.toCompletableFuture().join();
            if (payload.isEmpty()) {
                lost++;
            }
            return payload;
        } catch (CompletionException e) {
            throw new IOException("a payload could not be read: " + e.getMessage(), e);
        }
    }

    /** Frames that were there when the walk began and gone when they were read. */
    long lost() {
        return lost;
    }
}
