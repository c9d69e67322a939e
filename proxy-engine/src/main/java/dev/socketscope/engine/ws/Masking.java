package dev.socketscope.engine.ws;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Masking and unmasking, which are the same thing (RFC 6455 §5.3). A key is the four bytes of the header as one big-endian
 * {@code int}; key 0 changes nothing. Positions are offsets in the frame's payload, so a payload may be handled in pieces.
 */
public final class Masking {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Masking() {}

    /** Applies the key to {@code length} bytes of the array in place; the first one is payload byte {@code position}. */
    public static void apply(int key, long position, byte[] bytes, int from, int length) {
        if (key == 0) {
            return;
        }
        // The byte that comes first is the lowest one, as in what is read from the array.
        int rotated = Integer.reverseBytes(Integer.rotateLeft(key, (int) (position & 3) * 8));
        long twice = (long) rotated << 32 | rotated & 0xFFFF_FFFFL;
        int at = from;
        int end = from + length;
        for (int last = end - Long.BYTES; at <= last; at += Long.BYTES) {
            LONGS.set(bytes, at, (long) LONGS.get(bytes, at) ^ twice);
        }
        for (int shift = 0; at < end; at++, shift += 8) {
            bytes[at] ^= (byte) (rotated >>> (shift & 31));
        }
    }

    /**
     * Takes all that remains in {@code from}, whose first byte is payload byte {@code position}, and writes it masked or
     * unmasked to {@code to} from index {@code at}. The source's bytes do not change; its position moves to its limit.
     */
    public static void copy(int key, long position, ByteBuffer from, byte[] to, int at) {
        int length = from.remaining();
        from.get(to, at, length);
        apply(key, position, to, at, length);
    }
}
