package dev.socketscope.app.e2e;

import dev.socketscope.engine.ws.FrameEncoder;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Deflater;

/** Frames of RFC 6455 right and wrong, as one side writes them. Each method adds to what is there. */
final class Bytes {
    static final int FIN = 0x80;
    static final int RSV1 = 0x40;
    static final int CONTINUATION = 0x0;
    static final int TEXT = 0x1;
    static final int BINARY = 0x2;
    static final int CLOSE = 0x8;
    static final int PING = 0x9;
    static final int PONG = 0xA;
    private static final int KEY = 0x37FA213D;
    private static final int MASKED = 0x80;
    private static final int TWO_MORE = 126;
    private static final int EIGHT_MORE = 127;
    private final boolean masked;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Bytes(boolean masked) {
        this.masked = masked;
    }

    static Bytes ofClient() {
        return new Bytes(true);
    }

    static Bytes ofServer() {
        return new Bytes(false);
    }

    Bytes text(String text) {
        return frame(FIN | TEXT, utf8(text));
    }

    /** @param firstByte FIN, reserved bits and opcode */
    Bytes frame(int firstByte, byte[] payload) {
        return raw(masked ? FrameEncoder.masked(firstByte, KEY, payload) : FrameEncoder.unmasked(firstByte, payload));
    }

    Bytes frame(int firstByte, String payload) {
        return frame(firstByte, utf8(payload));
    }

    Bytes frame(int firstByte, int length) {
        return frame(firstByte, filled(length));
    }

    Bytes hex(int firstByte, String payload) {
        return frame(firstByte, HexFormat.of().parseHex(payload));
    }

    /** As the other side would have to mask, or not. */
    Bytes wronglyMasked(int firstByte, String payload) {
        return raw(masked ? FrameEncoder.unmasked(firstByte, utf8(payload))
                : FrameEncoder.masked(firstByte, KEY, utf8(payload)));
    }

    /** A header that announces so much, in eight bytes, and nothing after it. */
    Bytes announced(int firstByte, long length) {
        ByteBuffer header = ByteBuffer.allocate(masked ? 14 : 10)
                .put((byte) firstByte)
                .put((byte) ((masked ? MASKED : 0) | EIGHT_MORE))
                .putLong(length);
        return raw((masked ? header.putInt(KEY) : header).array());
    }

    /** A short payload whose length is written in two bytes more than it needs (RFC 6455 §5.2 asks for the shortest form). */
    Bytes longForm(int firstByte) {
        ByteBuffer frame = ByteBuffer.allocate(masked ? 9 : 5)
                .put((byte) firstByte)
                .put((byte) ((masked ? MASKED : 0) | TWO_MORE))
                .putShort((short) 1);
        return raw((masked ? frame.putInt(0) : frame).put((byte) 'x').array());
    }

    Bytes close(int code, String reason) {
        byte[] words = utf8(reason);
        return frame(FIN | CLOSE,
                ByteBuffer.allocate(2 + words.length).putShort((short) code).put(words).array());
    }

    Bytes raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** What is there without its last bytes. */
    Bytes without(int last) {
        byte[] all = out.toByteArray();
        out.reset();
        out.write(all, 0, all.length - last);
        return this;
    }

    byte[] all() {
        return out.toByteArray();
    }

    static byte[] filled(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) '*');
        return bytes;
    }

    /** A message that stands alone as {@code permessage-deflate} sends it (RFC 7692 §7.2.1). */
    static byte[] deflated(byte[] message) {
        try (Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
            deflater.setInput(message);
            byte[] room = new byte[message.length + 64];
            int size = deflater.deflate(room, 0, room.length, Deflater.SYNC_FLUSH);
            return Arrays.copyOf(room, size - 4);
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
