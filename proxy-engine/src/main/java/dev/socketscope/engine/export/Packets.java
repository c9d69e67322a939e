package dev.socketscope.engine.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Blocks of a pcapng file (draft-ietf-opsawg-pcapng) with one interface of raw IP packets and times in microseconds. */
final class Packets {
    private static final int SECTION = 0x0A0D0D0A;
    private static final int BYTE_ORDER = 0x1A2B3C4D;
    private static final int INTERFACE = 1;
    private static final int ENHANCED_PACKET = 6;
    private static final short RAW_IP = 101;
    private static final short COMMENT = 1;
    private static final short USER_APPLICATION = 4;
    private final OutputStream out;

    Packets(OutputStream out) {
        this.out = out;
    }

    void begin(String application) throws IOException {
        ByteBuffer option = option(USER_APPLICATION, application);
        block(SECTION, buffer(16 + option.remaining()).putInt(BYTE_ORDER)
                .putShort((short) 1)
                .putShort((short) 0)
                .putLong(-1)
                .put(option));
        block(INTERFACE, buffer(8).putShort(RAW_IP).putShort((short) 0).putInt(0));
    }

    /**
     * @param micros since the epoch
     * @param comment empty for none
     */
    void packet(long micros, byte[] bytes, String comment) throws IOException {
        ByteBuffer option = comment.isEmpty() ? ByteBuffer.allocate(0) : option(COMMENT, comment);
        ByteBuffer body = buffer(20 + padded(bytes.length) + option.remaining());
        body.putInt(0).putInt((int) (micros >>> 32)).putInt((int) micros).putInt(bytes.length).putInt(bytes.length);
        body.put(bytes).position(20 + padded(bytes.length)).put(option);
        block(ENHANCED_PACKET, body);
    }

    /** With the end of options behind it. */
    private static ByteBuffer option(short code, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer option = buffer(4 + padded(bytes.length) + 4).putShort(code).putShort((short) bytes.length);
        option.put(bytes).position(4 + padded(bytes.length)).putInt(0);
        return option.flip();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int padded(int length) {
        return length + 3 & ~3;
    }

    /** @param body filled to its end */
    private void block(int type, ByteBuffer body) throws IOException {
        int length = 12 + body.capacity();
        ByteBuffer whole = buffer(length).putInt(type).putInt(length).put(body.clear()).putInt(length);
        out.write(whole.array());
    }
}
