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

/** Goes through those captured frames of an engine that a filter lets pass, in the order of capture. */
final class FrameWalk {
    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    /** Gets one frame after the other. */
    @FunctionalInterface
    interface Receiver {
        void take(FrameRow row) throws IOException;
    }

    /** Gets the first and the last frames of many. */
    interface Excerpt extends Receiver {
        /** Between the first and the last ones; 1 or more. */
        void leftOut(long frames) throws IOException;
    }

    private final Engine engine;
    private final String filter;
    private long lost;

    /** @param filter an expression of the filter language; blank for every frame */
    FrameWalk(Engine engine, String filter) {
        this.engine = engine;
        this.filter = filter;
    }

    /** @param connections ids; empty for all */
    void each(Set<String> connections, Receiver receiver) throws IOException {
        try (FrameView view = open(connections)) {
            awaitComplete(view);
            each(view, view.firstRow(), view.endRow(), receiver);
        }
    }

    /** Goes through the first and the last ones when there are more than these. @param connections ids; empty for all */
    void ends(Set<String> connections, int first, int last, Excerpt receiver) throws IOException {
        try (FrameView view = open(connections)) {
            awaitComplete(view);
            long begin = view.firstRow();
            long end = view.endRow();
            long leftOut = end - begin - first - last;
            if (leftOut <= 0) {
                each(view, begin, end, receiver);
            } else {
                each(view, begin, begin + first, receiver);
                receiver.leftOut(leftOut);
                each(view, end - last, end, receiver);
            }
        }
    }

    private FrameView open(Set<String> connections) throws IOException {
        try {
            return engine.frames(new FrameQuery(connections, filter));
        } catch (FilterException e) {
            throw new IOException("the filter " + filter + " cannot be understood: " + e.getMessage(), e);
        }
    }

    private void each(FrameView view, long begin, long end, Receiver receiver) throws IOException {
        for (long number = begin; number < end; number++) {
            FrameRow row = row(view, number);
            if (row == null) {
                lost++;
            } else {
                receiver.take(row);
            }
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

    /** Whether a frame ends a text or binary message. */
    static boolean endsMessage(Frame frame) {
        return switch (frame.opcode()) {
            case TEXT, BINARY, CONTINUATION -> frame.fin();
            case CLOSE, PING, PONG, RESERVED -> false;
        };
    }

    /** Frames that were there when the walk began and gone when they were read. */
    long lost() {
        return lost;
    }
}
