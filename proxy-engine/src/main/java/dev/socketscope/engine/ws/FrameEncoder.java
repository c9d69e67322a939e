package dev.socketscope.engine.ws;

import dev.socketscope.engine.api.CloseCode;
import dev.socketscope.engine.api.Opcode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Builds frames (RFC 6455 §5.2) with the shortest possible header. */
public final class FrameEncoder {
    private static final int FIN = 0x80;
    private static final int RSV1 = 0x40;
    private static final int MASK_BIT = 0x80;

    private FrameEncoder() {}

    /**
     * A frame's first byte.
     *
     * @param compressed sets RSV1, which belongs on the first frame of a compressed message (RFC 7692 §6)
     */
    public static int firstByte(Opcode opcode, boolean fin, boolean compressed) {
        return (fin ? FIN : 0) | (compressed ? RSV1 : 0) | code(opcode);
    }

    private static int code(Opcode opcode) {
        return switch (opcode) {
            case CONTINUATION -> 0x0;
            case TEXT -> 0x1;
            case BINARY -> 0x2;
            case CLOSE -> 0x8;
            case PING -> 0x9;
            case PONG -> 0xA;
            case RESERVED -> throw new IllegalArgumentException("A reserved opcode has no value of its own");
        };
    }

    /** Bytes before a payload of that length, 2–14. */
    public static int headerLength(long payloadLength, boolean masked) {
        int extended = payloadLength < 126 ? 0 : payloadLength <= 0xFFFF ? Short.BYTES : Long.BYTES;
        return 2 + extended + (masked ? Integer.BYTES : 0);
    }

    /** Writes a header at the buffer's position; {@code out} must have room for {@link #headerLength}. */
    public static void header(ByteBuffer out, int firstByte, long payloadLength, boolean masked, int maskKey) {
        out.order(ByteOrder.BIG_ENDIAN);
        int maskBit = masked ? MASK_BIT : 0;
        out.put((byte) firstByte);
        if (payloadLength < 126) {
            out.put((byte) (maskBit | payloadLength));
        } else if (payloadLength <= 0xFFFF) {
            out.put((byte) (maskBit | 126)).putShort((short) payloadLength);
        } else {
            out.put((byte) (maskBit | 127)).putLong(payloadLength);
        }
        if (masked) {
            out.putInt(maskKey);
        }
    }

    /** An unmasked frame, as a server sends it. */
    public static byte[] unmasked(int firstByte, byte[] payload) {
        return frame(firstByte, false, 0, payload);
    }

    /** A masked frame, as a client sends it. */
    public static byte[] masked(int firstByte, int maskKey, byte[] payload) {
        return frame(firstByte, true, maskKey, payload);
    }

    private static byte[] frame(int firstByte, boolean masked, int maskKey, byte[] payload) {
        int header = headerLength(payload.length, masked);
        byte[] frame = new byte[Math.addExact(header, payload.length)];
        header(ByteBuffer.wrap(frame), firstByte, payload.length, masked, maskKey);
        System.arraycopy(payload, 0, frame, header, payload.length);
        Masking.apply(maskKey, 0, frame, header, payload.length);
        return frame;
    }

    /**
     * The payload of a Close frame (RFC 6455 §5.5.1).
     *
     * @param code 0–65535; whether it may stand on the wire is the caller's choice
     * @param reason cut on a character boundary when it takes more than 123 bytes of UTF-8
     */
    public static byte[] closePayload(int code, String reason) {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(text.length, CloseCode.LONGEST_REASON);
        while (length < text.length && length > 0 && (text[length] & 0xC0) == 0x80) {
            length--;
        }
        return ByteBuffer.allocate(2 + length).putShort((short) code).put(text, 0, length).array();
    }
}
