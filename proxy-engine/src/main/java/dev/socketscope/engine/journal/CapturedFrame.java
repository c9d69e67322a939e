package dev.socketscope.engine.journal;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.Opcode;
import java.util.List;

/**
 * Room for one captured frame, filled by {@link FrameLog#read} and used again for the next one, so that a reader can go through
 * a million frames without allocating. Belongs to one thread at a time.
 */
public final class CapturedFrame {
    private static final int DIRECTION = 1 << 8;
    private static final int MASKED = 1 << 9;
    private static final int FLAGS_SHIFT = 16;

    long seq;
    int connection;
    int meta;
    long atMicros;
    long length;
    long messageSeq;
    int captured;
    int inProxyMicros;
    byte[] payload = {};
    int payloadLength;

    static int meta(int firstByte, Direction direction, boolean masked, int flags) {
        return firstByte & 0xFF | (direction == Direction.TO_CLIENT ? DIRECTION : 0) | (masked ? MASKED : 0)
                | flags << FLAGS_SHIFT;
    }

    /** The same for a frame of which less is kept than there was. */
    static int truncated(int meta) {
        return meta | FrameLog.TRUNCATED << FLAGS_SHIFT;
    }

    /**
     * Takes over a frame that is kept elsewhere than in a log.
     *
     * @param bits as {@link #bits} told them
     * @param captured payload bytes that are kept
     * @param kept the payload's beginning, unmasked
     * @param maxPayload at most so many bytes of it are copied
     */
    public void fill(long number, int ofConnection, int bits, long micros, long wireLength, long ofMessage,
            int inProxy, int captured, byte[] kept, int maxPayload) {
        seq = number;
        connection = ofConnection;
        meta = bits;
        atMicros = micros;
        length = wireLength;
        messageSeq = ofMessage;
        inProxyMicros = inProxy;
        this.captured = captured;
        payloadLength = Math.min(kept.length, maxPayload);
        System.arraycopy(kept, 0, roomFor(payloadLength), 0, payloadLength);
    }

    /**
     * First byte, direction and flags in one number: bits 0–7 are FIN, RSV1–3 and opcode, bit 8 is set for frames to the client, bit 9 for masked
     * ones, bits 16–19 are injected, held, truncated, inflated.
     */
    public int bits() {
        return meta;
    }

    /** Whether a frame with these {@link #bits} is kept as it was on the wire, so that its length is that of what is kept. */
    public static boolean isWhole(int bits) {
        return (bits >>> FLAGS_SHIFT & (FrameLog.TRUNCATED | FrameLog.INFLATED)) == 0;
    }

    /** Whether a frame with these {@link #bits} is the first one of its message, or a control frame: {@link #messageSeq} is its own number. */
    public static boolean beginsMessage(int bits) {
        return Opcode.of(bits) != Opcode.CONTINUATION;
    }

    byte[] roomFor(int bytes) {
        if (payload.length < bytes) {
            payload = new byte[Math.max(bytes, Math.min(2 * payload.length, 1 << 20))];
        }
        return payload;
    }

    public long seq() {
        return seq;
    }

    /** The number that the writer gave for the connection. */
    public int connection() {
        return connection;
    }

    public Direction direction() {
        return (meta & DIRECTION) == 0 ? Direction.TO_UPSTREAM : Direction.TO_CLIENT;
    }

    public int firstByte() {
        return meta & 0xFF;
    }

    public Opcode opcode() {
        return Opcode.of(meta);
    }

    public boolean fin() {
        return (meta & 0x80) != 0;
    }

    public boolean rsv1() {
        return (meta & 0x40) != 0;
    }

    /** Microseconds since the epoch. */
    public long atMicros() {
        return atMicros;
    }

    /** Payload bytes on the wire. */
    public long length() {
        return length;
    }

    /** Payload bytes in the log. */
    public int captured() {
        return captured;
    }

    public long messageSeq() {
        return messageSeq;
    }

    /** {@link Frame#IN_PROXY_UNKNOWN} while unknown. */
    public long inProxyMicros() {
        return inProxyMicros;
    }

    public boolean truncated() {
        return has(FrameLog.TRUNCATED);
    }

    public boolean inflated() {
        return has(FrameLog.INFLATED);
    }

    /** Whether the engine, not a peer, made it. */
    public boolean injected() {
        return has(FrameLog.INJECTED);
    }

    private boolean has(int flag) {
        return (meta >>> FLAGS_SHIFT & flag) != 0;
    }

    /** Holds the unmasked payload from index 0 to {@link #payloadLength()}; overwritten by the next read. */
    public byte[] payload() {
        return payload;
    }

    /** How many payload bytes were copied out: {@link #captured()} or the limit of the read, whichever is less. */
    public int payloadLength() {
        return payloadLength;
    }

    /** The frame as everybody else sees it. */
    public Frame toFrame(String connectionId) {
        return new Frame(seq, atMicros, connectionId, direction(), firstByte(), (meta & MASKED) != 0, length, captured,
                truncated(), inflated(), inProxyMicros, messageSeq, injected(), has(FrameLog.HELD),
                List.of());
    }
}
