package dev.socketscope.app.payload;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.FilterException;
import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameRow;
import dev.socketscope.engine.api.FrameView;
import dev.socketscope.engine.api.Payload;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Goes back through a connection's messages in one direction. Waits for a remote engine, so it is for background threads. */
final class EarlierMessages {
    /** So many frames are looked at. */
    static final int MOST_FRAMES = 2_000;
    /** So many messages are compared. */
    static final int MOST_MESSAGES = 200;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final Engine engine;
    private final Indexing.Progress progress;
    private final long deadline = System.nanoTime() + PATIENCE_NANOS;

    EarlierMessages(Engine engine, Indexing.Progress progress) {
        this.engine = engine;
        this.progress = progress;
    }

    /** The nearest message before the frame's own that is alike; empty when there is none among those that are looked at. */
    Optional<Payload> before(Frame frame, Predicate<Payload> alike) {
        try (FrameView view = engine.frames(new FrameQuery(Set.of(frame.connection()), ""))) {
            long number = numberOf(view, frame.messageSeq());
            long oldest = Math.max(view.firstRow(), number - MOST_FRAMES);
            int compared = 0;
            while (--number >= oldest && compared < MOST_MESSAGES && goesOn()) {
                FrameRow row = row(view, number);
                if (row != null && isBeginning(row.frame(), frame)) {
                    compared++;
                    Optional<Payload> found = message(row.frame().seq()).filter(alike);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
            return Optional.empty();
        } catch (FilterException e) {
            throw new IllegalStateException("An empty filter cannot be wrong", e);
        }
    }

    private static boolean isBeginning(Frame candidate, Frame frame) {
        return candidate.direction() == frame.direction() && !candidate.opcode().isControl()
                && candidate.messageSeq() == candidate.seq() && candidate.seq() < frame.messageSeq();
    }

    /** The view is complete a moment after it was opened. */
    private long numberOf(FrameView view, long seq) {
        while (view.pending() > 0 && view.rowAtOrAfter(seq) >= view.endRow() && goesOn()) {
            LockSupport.parkNanos(POLL_NANOS);
        }
        return view.rowAtOrAfter(seq);
    }

    private @Nullable FrameRow row(FrameView view, long number) {
        FrameRow row = view.row(number);
        while (row == null && number >= view.firstRow() && goesOn()) {
            LockSupport.parkNanos(POLL_NANOS);
            row = view.row(number);
        }
        return row;
    }

    private Optional<Payload> message(long seq) {
        Future<Optional<Payload>> asked = engine.message(seq).toCompletableFuture();
        try {
            return asked.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        }
    }

    private boolean goesOn() {
        return !progress.stopped() && System.nanoTime() < deadline;
    }
}
