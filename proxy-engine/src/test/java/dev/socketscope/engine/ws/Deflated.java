package dev.socketscope.engine.ws;

import java.util.Arrays;
import java.util.zip.Deflater;

/** Compresses as a peer with permessage-deflate does (RFC 7692 §7.2.1). */
public final class Deflated {
    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);

    /** A message on a context that goes on from the messages before. */
    byte[] next(byte[] message) {
        deflater.setInput(message);
        byte[] out = new byte[message.length + message.length / 100 + 64];
        int size = deflater.deflate(out, 0, out.length, Deflater.SYNC_FLUSH);
        return Arrays.copyOf(out, size - 4);
    }

    /** A message that stands alone. */
    public static byte[] alone(byte[] message) {
        Deflated alone = new Deflated();
        try {
            return alone.next(message);
        } finally {
            alone.deflater.end();
        }
    }
}
