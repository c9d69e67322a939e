package dev.socketscope.engine.ws;

import dev.socketscope.engine.api.Opcode;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Watches one direction of a WebSocket and tells where frames begin and end (RFC 6455 §5.2). It owns no bytes, changes none and
 * allocates nothing. What breaks a rule is reported and passed over: an observer neither repairs nor stops.
 *
 * <pre>
 *   reads of any size ──► feed ──┬─ whole header in the buffer ──► readHeader ─┐
 *                                └─ header split over reads ─────► collect ────┤
 *                                                                              ▼
 *         sink.end ◄── all payload seen ◄── payload ◄──────── headerRead ──► FrameRules
 * </pre>
 *
 * Not safe for use by several threads. The accessors describe the present frame during a call of the sink.
 */
public final class FrameDecoder {
    private static final int MASK_BIT = 0x80;
    private static final VarHandle SHORTS = MethodHandles.byteBufferViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final FrameRules rules;

    private int firstByte;
    private int secondByte;
    private int maskKey;
    private long payloadLength;
    private long payloadPosition;
    private long frameOffset;
    private long streamOffset;
    /** Bytes of the header that came so far; equals {@link #headerLength()} while the payload is being read. */
    private int headerBytes;
    private int closeCode;
    private boolean insideMessage;
    private boolean lost;

    /**
     * @param fromClient whether the client sends what is fed; its frames must be masked, the others must not
     * @param compressionAgreed whether permessage-deflate was agreed, which gives RSV1 a meaning (RFC 7692 §6)
     */
    public FrameDecoder(boolean fromClient, boolean compressionAgreed) {
        this.rules = new FrameRules(fromClient, compressionAgreed);
    }

    /**
     * Takes the next bytes of the stream.
     *
     * @param in heap or direct, any byte order; its position moves to its limit, its bytes do not change
     */
    public void feed(ByteBuffer in, FrameSink sink) {
        while (in.hasRemaining() && !lost) {
            if (insidePayload()) {
                payload(in, sink);
            } else {
                header(in, sink);
            }
        }
        streamOffset += in.remaining();
        in.position(in.limit());
    }

    private void header(ByteBuffer in, FrameSink sink) {
        if (headerBytes == 0) {
            frameOffset = streamOffset;
            int at = in.position();
            if (in.remaining() >= 2 && in.remaining() >= headerLength(in.get(at + 1))) {
                readHeader(in, at);
                in.position(at + headerBytes);
                streamOffset += headerBytes;
                headerRead(sink);
                return;
            }
        }
        streamOffset++;
        if (collect(in.get())) {
            headerRead(sink);
        }
    }

    private void readHeader(ByteBuffer in, int from) {
        firstByte = in.get(from) & 0xFF;
        secondByte = in.get(from + 1) & 0xFF;
        int at = from + 2;
        payloadLength = secondByte & 0x7F;
        if (payloadLength == 126) {
            payloadLength = (short) SHORTS.get(in, at) & 0xFFFF;
            at += Short.BYTES;
        } else if (payloadLength == 127) {
            payloadLength = (long) LONGS.get(in, at);
            at += Long.BYTES;
        }
        maskKey = masked() ? (int) INTS.get(in, at) : 0;
        headerBytes = headerLength(secondByte);
    }

    /** Takes one byte of a header that is split over several reads; true when it was the last one. */
    private boolean collect(byte next) {
        int value = next & 0xFF;
        switch (headerBytes++) {
            case 0 -> {
                firstByte = value;
                return false;
            }
            case 1 -> {
                secondByte = value;
                payloadLength = (value & 0x7F) < 126 ? value & 0x7F : 0;
                maskKey = 0;
            }
            default -> {
                if (headerBytes <= 2 + lengthBytes(secondByte)) {
                    payloadLength = payloadLength << 8 | value;
                } else {
                    maskKey = maskKey << 8 | value;
                }
            }
        }
        return headerBytes == headerLength();
    }

    private void headerRead(FrameSink sink) {
        payloadPosition = 0;
        closeCode = 0;
        if (payloadLength < 0) {
            lost = true;
            sink.violation(this, Violation.LENGTH_TOP_BIT);
            return;
        }
        sink.header(this);
        rules.header(this, sink);
        if (FrameRules.isData(firstByte)) {
            insideMessage = true;
        }
        if (payloadLength == 0) {
            end(sink);
        }
    }

    private void payload(ByteBuffer in, FrameSink sink) {
        int from = in.position();
        int limit = in.limit();
        int length = (int) Math.min(payloadLength - payloadPosition, limit - from);
        if (payloadPosition < 2 && opcode() == Opcode.CLOSE) {
            readCloseCode(in, from, length);
        }
        if (length < payloadLength || !sink.wholePayload(this, in, from)) {
            in.limit(from + length);
            sink.payload(this, in);
            in.limit(limit);
        }
        in.position(from + length);
        payloadPosition += length;
        streamOffset += length;
        if (payloadPosition == payloadLength) {
            end(sink);
        }
    }

    private void readCloseCode(ByteBuffer in, int from, int length) {
        for (int i = 0; i < length && payloadPosition + i < 2; i++) {
            int shift = 24 - 8 * (int) (payloadPosition + i);
            closeCode = closeCode << 8 | (in.get(from + i) ^ maskKey >>> shift) & 0xFF;
        }
    }

    private void end(FrameSink sink) {
        rules.end(this, sink);
        if (fin() && FrameRules.isData(firstByte)) {
            insideMessage = false;
        }
        sink.end(this);
        headerBytes = 0;
    }

    /** Whether the present frame's header has been read and its payload has not ended: {@link #payloadLength()} is about it. */
    public boolean insidePayload() {
        return headerBytes >= 2 && headerBytes == headerLength();
    }

    private static int lengthBytes(int secondByte) {
        int length = secondByte & 0x7F;
        return length < 126 ? 0 : length == 126 ? Short.BYTES : Long.BYTES;
    }

    private static int headerLength(int secondByte) {
        return 2 + lengthBytes(secondByte) + ((secondByte & MASK_BIT) != 0 ? Integer.BYTES : 0);
    }

    /** FIN, RSV1–3 and the opcode, 0–255. */
    public int firstByte() {
        return firstByte;
    }

    public Opcode opcode() {
        return Opcode.of(firstByte);
    }

    public boolean fin() {
        return (firstByte & 0x80) != 0;
    }

    public boolean masked() {
        return (secondByte & MASK_BIT) != 0;
    }

    /** The four key bytes as a big-endian number; 0 for an unmasked frame. */
    public int maskKey() {
        return maskKey;
    }

    /** Payload bytes that the header announces, 0 or more. */
    public long payloadLength() {
        return payloadLength;
    }

    /** Payload bytes of this frame that were reported before the present call. */
    public long payloadPosition() {
        return payloadPosition;
    }

    /** Bytes before the payload, 2–14. */
    public int headerLength() {
        return headerLength(secondByte);
    }

    /** Offset in the stream of the frame's first header byte. */
    public long frameOffset() {
        return frameOffset;
    }

    /** Bytes taken since the stream began. During a call of the sink: up to the header's end or the slice's beginning. */
    public long streamOffset() {
        return streamOffset;
    }

    /** Whether the last byte taken ended a frame, or none was taken yet. Only here may another frame be inserted. */
    public boolean atFrameBoundary() {
        return headerBytes == 0 && !lost;
    }

    /** Whether a data message has begun whose last frame has not ended. No other data frame may be inserted here. */
    public boolean insideMessage() {
        return insideMessage;
    }

    /** Whether frames can no longer be told apart. Bytes are still counted, nothing is reported. */
    public boolean lost() {
        return lost;
    }

    /** Code of a Close frame at its {@link FrameSink#end}; 0 when it carries none. */
    public int closeCode() {
        return closeCode;
    }

    /** Whether the extended length could have been shorter (RFC 6455 §5.2: "the minimal number of bytes MUST be used"). */
    boolean lengthIsMinimal() {
        return switch (lengthBytes(secondByte)) {
            case Short.BYTES -> payloadLength >= 126;
            case Long.BYTES -> payloadLength > 0xFFFF;
            default -> true;
        };
    }
}
