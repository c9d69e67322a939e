package dev.socketscope.bench.peer;

import io.netty.buffer.ByteBuf;

/** Writes frames (RFC 6455 §5.2) and masks their payloads (§5.3). */
public final class Frames {
    public static final int FIN = 0x80;
    public static final int TEXT = 0x1;
    public static final int BINARY = 0x2;
    public static final int CLOSE = 0x8;
    public static final int PING = 0x9;
    public static final int PONG = 0xA;
    /** The longest header there is: two bytes, eight of length, four of mask. */
    public static final int HEADER_ROOM = 14;

    private Frames() {}

    /** Appends the header of a frame as a server sends it. */
    public static void writeHeader(ByteBuf out, int firstByte, long length) {
        writeHeader(out, firstByte, length, 0);
    }

    /** Appends a whole frame as a client sends it; {@code payload} keeps its indices. */
    public static void writeMasked(ByteBuf out, int firstByte, int maskKey, ByteBuf payload) {
        writeHeader(out, firstByte, payload.readableBytes(), 0x80);
        out.writeInt(maskKey);
        writeXored(out, payload, payload.readerIndex(), payload.readableBytes(), maskKey, 0);
    }

    /** Appends a part of a payload, masked or unmasked. {@code position} is the part's place in the payload. */
    public static void writeXored(ByteBuf out, ByteBuf in, int at, int count, int maskKey, long position) {
        int key = Integer.rotateLeft(maskKey, (int) (position & 3) * 8);
        long twice = (long) key << 32 | key & 0xFFFFFFFFL;
        int end = at + count;
        int i = at;
        for (; i + 8 <= end; i += 8) {
            out.writeLong(in.getLong(i) ^ twice);
        }
        for (; i < end; i++) {
            out.writeByte(in.getByte(i) ^ key >>> 24);
            key = Integer.rotateLeft(key, 8);
        }
    }

    private static void writeHeader(ByteBuf out, int firstByte, long length, int maskBit) {
        out.writeByte(firstByte);
        if (length < 126) {
            out.writeByte(maskBit | (int) length);
        } else if (length < 1 << 16) {
            out.writeByte(maskBit | 126).writeShort((int) length);
        } else {
            out.writeByte(maskBit | 127).writeLong(length);
        }
    }
}
