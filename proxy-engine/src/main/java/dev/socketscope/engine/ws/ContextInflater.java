package dev.socketscope.engine.ws;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates one direction of a connection that keeps its compression context from message to message (RFC 7692 §7.2.2). Every
 * compressed frame must pass through here, in order and whole, even when nobody wants to see it. Not safe for several threads;
 * holds native memory until closed.
 */
public final class ContextInflater implements AutoCloseable {
    private static final byte[] TAIL = {0, 0, -1, -1};
    private static final int PIECE = 4096;

    private final Inflater inflater = new Inflater(true);
    private final byte[] in = new byte[PIECE];
    private final byte[] thrownAway = new byte[PIECE];
    private final long maxMessage;
    private long messageBytes;
    private boolean cut;
    private boolean lost;

    /** @param maxMessage a message that inflates to more bytes than this ends the inflating for good, so that a bomb costs little */
    public ContextInflater(long maxMessage) {
        this.maxMessage = maxMessage;
    }

    /**
     * Takes the next payload bytes of a compressed message.
     *
     * @param maskKey unmasks {@code part}; 0 for unmasked frames
     * @param position the first byte's position in its frame's payload
     * @param part is used up; its bytes do not change
     * @param out takes what it has room for; the rest is inflated, counted and thrown away
     */
    public void feed(int maskKey, long position, ByteBuffer part, ByteBuffer out) {
        long at = position;
        while (part.hasRemaining() && !lost) {
            int length = Math.min(part.remaining(), PIECE);
            part.get(in, 0, length);
            Masking.apply(maskKey, at, in, 0, length);
            at += length;
            inflate(in, length, out);
        }
        part.position(part.limit());
    }

    /** The message's last payload byte has been fed. */
    public void endOfMessage(ByteBuffer out) {
        if (!lost) {
            if (inflater.finished()) {
                // A final block ends the context as well (RFC 7692 §7.2.3.4).
                inflater.reset();
            } else {
                inflate(TAIL, TAIL.length, out);
            }
        }
        messageBytes = 0;
    }

    private void inflate(byte[] data, int length, ByteBuffer out) {
        inflater.setInput(data, 0, length);
        try {
            int count;
            do {
                count = out.hasRemaining() ? inflater.inflate(out) : discard();
                messageBytes += count;
                lost = messageBytes > maxMessage;
            } while (count > 0 && !lost);
        } catch (DataFormatException e) {
            lost = true;
        }
    }

    private int discard() throws DataFormatException {
        int count = inflater.inflate(thrownAway);
        cut |= count > 0;
        return count;
    }

    /** Whether output was thrown away since this was last asked. */
    public boolean takeCut() {
        boolean was = cut;
        cut = false;
        return was;
    }

    /** Whether invalid or excessive data came. Nothing can be inflated on this connection any more. */
    public boolean lost() {
        return lost;
    }

    @Override
    public void close() {
        inflater.end();
    }
}
