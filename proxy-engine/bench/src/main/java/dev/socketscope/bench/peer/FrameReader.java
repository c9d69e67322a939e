package dev.socketscope.bench.peer;

import io.netty.buffer.ByteBuf;

/** Finds the frames (RFC 6455 §5.2) in a stream of bytes that comes in pieces of any size. For one thread. */
public abstract class FrameReader {
    private static final int LONGEST_HEADER = 14;
    private final byte[] header = new byte[LONGEST_HEADER];
    private int have;
    private int need = 2;
    private long length;
    private long position;
    private boolean inPayload;

    /** Reads everything that {@code in} holds. */
    public final void feed(ByteBuf in) {
        while (in.isReadable()) {
            if (inPayload) {
                takePayload(in);
            } else {
                takeHeaderByte(in.readByte());
            }
        }
    }

    /** @param maskKey the key as one big-endian number; 0 when the frame is not masked */
    protected abstract void onHeader(int firstByte, long payloadLength, int maskKey);

    /** @param at index in {@code in} of the piece's first byte, as it stood on the wire
     *  @param from position of the piece in the payload */
    protected abstract void onPayload(ByteBuf in, int at, int count, long from);

    protected abstract void onEnd();

    private void takePayload(ByteBuf in) {
        int count = (int) Math.min(in.readableBytes(), length - position);
        onPayload(in, in.readerIndex(), count, position);
        in.skipBytes(count);
        position += count;
        if (position == length) {
            inPayload = false;
            onEnd();
        }
    }

    private void takeHeaderByte(byte value) {
        header[have++] = value;
        if (have == 2) {
            need = 2 + lengthBytes() + (masked() ? 4 : 0);
        }
        if (have == need) {
            finishHeader();
        }
    }

    private void finishHeader() {
        length = lengthBytes() == 0 ? header[1] & 0x7F : number(2, lengthBytes());
        position = 0;
        have = 0;
        onHeader(header[0] & 0xFF, length, masked() ? (int) number(need - 4, 4) : 0);
        inPayload = length > 0;
        if (!inPayload) {
            onEnd();
        }
    }

    private boolean masked() {
        return header[1] < 0;
    }

    private int lengthBytes() {
        return switch (header[1] & 0x7F) {
            case 126 -> 2;
            case 127 -> 8;
            default -> 0;
        };
    }

    private long number(int at, int bytes) {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value = value << 8 | header[at + i] & 0xFF;
        }
        return value;
    }
}
