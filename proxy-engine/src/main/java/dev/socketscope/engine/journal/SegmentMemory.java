package dev.socketscope.engine.journal;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The arrays of segments, bounded in bytes. One writer at a time, under the log's lock; {@link #bytes} may be read by anybody.
 *
 * <p>While the log still grows, the next array is made by another thread as soon as one is taken. Memory that is touched for the first
 * time may take milliseconds, in which an event loop would serve nobody.
 */
@SuppressWarnings("NonAtomicVolatileUpdate") // one writer at a time, under the log's lock
final class SegmentMemory {
    /** Smaller ones are made at once. */
    private static final int WORTH_A_THREAD = 512 << 10;
    private static final Executor AHEAD = new ThreadPoolExecutor(0, 1, 10, TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(), Thread.ofPlatform().daemon().name("capture-memory").factory());

    private final long maxBytes;
    private final int usualBytes;
    private final Executor ahead;
    private byte @Nullable [] spare;
    private @Nullable Next next;
    private volatile long bytes;

    /** An array that is on its way; its bytes are counted from the beginning. */
    private static final class Next implements Runnable {
        private final int length;
        private volatile byte @Nullable [] array;

        Next(int length) {
            this.length = length;
        }

        @Override
        public void run() {
            array = new byte[length];
        }
    }

    /** @param usualBytes the length that most arrays are asked for with */
    SegmentMemory(long maxBytes, int usualBytes) {
        this(maxBytes, usualBytes, AHEAD);
    }

    SegmentMemory(long maxBytes, int usualBytes, Executor ahead) {
        this.maxBytes = maxBytes;
        this.usualBytes = usualBytes;
        this.ahead = ahead;
    }

    /** All memory taken, what is made ahead included. */
    long bytes() {
        return bytes;
    }

    /** An array, whatever it holds; null when another one has to be given back first. */
    byte @Nullable [] take(int length) {
        byte[] free = spare;
        spare = null;
        if (free != null && free.length == length) {
            return free;
        }
        if (free != null) {
            bytes = bytes - free.length;
        }
        byte[] ready = takeNext(length);
        if (ready == null) {
            if (!fits(length)) {
                abandonNext();
            }
            if (!fits(length)) {
                return null;
            }
            bytes = bytes + length;
            ready = new byte[length];
        }
        makeNext();
        return ready;
    }

    private boolean fits(int more) {
        return bytes + more <= maxBytes;
    }

    private byte @Nullable [] takeNext(int length) {
        byte[] ready = next == null ? null : next.array;
        if (ready == null || ready.length != length) {
            return null;
        }
        next = null;
        return ready;
    }

    private void abandonNext() {
        if (next != null) {
            bytes = bytes - next.length;
            next = null;
        }
    }

    private void makeNext() {
        if (next == null && usualBytes >= WORTH_A_THREAD && fits(usualBytes)) {
            bytes = bytes + usualBytes;
            next = new Next(usualBytes);
            ahead.execute(next);
        }
    }

    /** The array may be written to again. */
    void giveBack(byte[] array) {
        spare = array;
    }

    /** Nothing is in use any more, and no memory is kept. */
    void clear() {
        spare = null;
        next = null;
        bytes = 0;
    }
}
