package dev.socketscope.engine.journal;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Frame;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Captured frames, numbered from 0 without gaps, in memory bounded in bytes; the oldest are dropped first.
 *
 * <pre>
 *   event loops ──append──► │ one short lock │ ──► newest segment
 *                                                    ⋮  (≤ maxBytes, all overhead counted)
 *   readers ──frame, payload, read──► no lock ──►  oldest segment ──► dropped, its array is used again
 * </pre>
 *
 * Any number of threads may write and read. A reader never delays a writer. Nothing is allocated per frame, and nothing at all
 * before the first one.
 */
public final class FrameLog implements FrameStore {
    /** The engine, not a peer, made the frame. */
    public static final int INJECTED = 1;
    /** The engine kept the frame back before it went on. */
    public static final int HELD = 1 << 1;
    /** The payload given is not all of it. The log sets this itself where it cuts. */
    public static final int TRUNCATED = 1 << 2;
    /** The payload given was inflated by the caller; its length says nothing about {@code length}. */
    public static final int INFLATED = 1 << 3;

    /** As {@code messageSeq}: the frame itself begins the message, or is a control frame. */
    public static final long ITSELF = -1;

    private final Segments segments;
    private final int maxPayload;
    private final IntFunction<String> connectionIds;
    private final Object lock = new Object();
    private volatile long endSeq;
    private volatile @Nullable Thread sleeper;

    /**
     * @param maxBytes all memory for frames, at least 4096
     * @param maxPayload payload bytes kept of one frame, 0 or more
     * @param connectionIds tells a connection's id from the number that {@link #append} was given; called by readers, on any
     *        thread
     */
    public FrameLog(long maxBytes, int maxPayload, IntFunction<String> connectionIds) {
        if (maxBytes < Segments.SMALLEST || maxPayload < 0) {
            throw new IllegalArgumentException("A frame log needs at least " + Segments.SMALLEST + " bytes");
        }
        this.segments = new Segments(maxBytes);
        this.maxPayload = Math.min(maxPayload, segments.largestPayload());
        this.connectionIds = connectionIds;
    }

    /**
     * Writes a frame down.
     *
     * @param connection any number that {@code connectionIds} understands
     * @param atMicros when its last byte was read, microseconds since the epoch
     * @param firstByte FIN, RSV1–3 and opcode
     * @param masked whether it was masked on the wire
     * @param maskKey unmasks {@code payload}; 0 leaves it as it is
     * @param length payload bytes on the wire
     * @param payload from position to limit the beginning of the payload; what is kept of it is taken, the bytes do not change
     * @param messageSeq the message's first frame, or {@link #ITSELF}
     * @param flags any of {@link #INJECTED}, {@link #HELD}, {@link #TRUNCATED}, {@link #INFLATED}
     * @return the frame's number
     */
    public long append(int connection, Direction direction, long atMicros, int firstByte, boolean masked, int maskKey,
            long length, ByteBuffer payload, long messageSeq, int flags) {
        int given = payload.remaining();
        boolean cut = (flags & INFLATED) == 0 && given < length;
        int meta = CapturedFrame.meta(firstByte, direction, masked, cut ? flags | TRUNCATED : flags);
        long seq;
        synchronized (lock) {
            seq = endSeq;
            write(seq, connection, meta, atMicros, maskKey, length, messageSeq, payload, payload.position(), given);
            endSeq = seq + 1;
        }
        payload.position(payload.position() + Math.min(given, maxPayload));
        wakeSleeper();
        return seq;
    }

    /**
     * Writes the frames of a batch down, numbered one after the other.
     *
     * @param connection any number that {@code connectionIds} understands
     * @param atMicros when they were read, microseconds since the epoch
     * @param flags of all of them: 0 or {@link #HELD}
     * @return the first one's number
     */
    public long append(int connection, Direction direction, long atMicros, FrameBatch batch, int flags) {
        ByteBuffer bytes = batch.bytes();
        long first;
        synchronized (lock) {
            first = endSeq;
            for (int i = 0; i < batch.count(); i++) {
                int length = batch.length(i);
                int meta = CapturedFrame.meta(batch.firstByte(i), direction, batch.masked(i), flags);
                write(first + i, connection, meta, atMicros, batch.maskKey(i), length,
                        FrameBatch.resolve(batch.messageSeq(i), first), bytes, batch.from(i), length);
            }
            endSeq = first + batch.count();
        }
        wakeSleeper();
        return first;
    }

    /** Under the lock. @param given payload bytes from the index {@code from} on, of which no more than allowed are kept */
    private void write(long seq, int connection, int meta, long atMicros, int maskKey, long length, long messageSeq,
            ByteBuffer payload, int from, int given) {
        int captured = Math.min(given, maxPayload);
        segments.roomFor(captured, seq)
                .append(connection, captured < given ? CapturedFrame.truncated(meta) : meta, atMicros, maskKey, length,
                        messageSeq == ITSELF ? seq : messageSeq, payload, from, captured);
    }

    /**
     * Fills in afterwards how long frames were in the engine: all frames of one connection and direction with
     * {@code fromSeq <= seq < toSeq}. Costs a few nanoseconds for every frame in the range; dropped ones are passed over.
     */
    public void inProxy(long fromSeq, long toSeq, int connection, Direction direction, long micros) {
        int kept = (int) Math.clamp(micros, 0, Integer.MAX_VALUE);
        synchronized (lock) {
            segments.inProxy(fromSeq, toSeq, connection, direction, kept);
        }
    }

    /** Forgets all frames and gives their memory back. Numbers go on where they were. */
    public void clear() {
        synchronized (lock) {
            segments.clear(endSeq);
        }
    }

    @Override
    public long firstSeq() {
        return segments.firstSeq();
    }

    /** Number that the next frame will get; also how many were ever written. */
    @Override
    public long endSeq() {
        return endSeq;
    }

    /** Frames dropped to stay within the bound. */
    public long evicted() {
        return segments.evicted();
    }

    /** Memory taken now, free room in segments included. */
    public long bytes() {
        return segments.bytes();
    }

    /** The frame, or null when it was dropped or does not exist yet. */
    public @Nullable Frame frame(long seq) {
        CapturedFrame copy = new CapturedFrame();
        return read(seq, 0, copy) ? toFrame(copy) : null;
    }

    /** Its payload as far as it was kept, unmasked; null when the frame was dropped or does not exist yet. */
    public byte @Nullable [] payload(long seq) {
        CapturedFrame copy = new CapturedFrame();
        return read(seq, Integer.MAX_VALUE, copy) ? Arrays.copyOf(copy.payload, copy.payloadLength) : null;
    }

    @Override
    public boolean read(long seq, int maxPayload, CapturedFrame into) {
        Segment segment = segments.find(seq);
        return segment != null && segment.read(seq, maxPayload, into);
    }

    @Override
    public String connectionId(int connection) {
        return connectionIds.apply(connection);
    }

    /** Writers wake the thread at the price of one unpark. */
    @Override
    public void parkUntilGrown(long seenEnd) {
        sleeper = Thread.currentThread();
        if (endSeq == seenEnd) {
            LockSupport.park(this);
        }
        sleeper = null;
    }

    private void wakeSleeper() {
        Thread waiting = sleeper;
        if (waiting != null) {
            sleeper = null;
            LockSupport.unpark(waiting);
        }
    }
}
