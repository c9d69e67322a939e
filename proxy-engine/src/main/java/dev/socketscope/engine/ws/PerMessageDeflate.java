package dev.socketscope.engine.ws;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates messages that stand alone, as they do without context takeover (RFC 7692 §7.2.2). Keeps one native inflater and uses
 * it again, so it belongs to one thread at a time and wants to be closed.
 */
public final class PerMessageDeflate implements AutoCloseable {
    /** What every sender cuts off the end of a message (RFC 7692 §7.2.1). */
    private static final byte[] TAIL = {0, 0, -1, -1};
    /** An empty last block. Only if the message ended cleanly does the inflater understand it and finish. */
    private static final byte[] FULL_STOP = {1, 0, 0, -1, -1};
    private static final int FIRST_ROOM = 512;

    private final Inflater inflater = new Inflater(true);
    private byte[] out = {};
    private int size;

    /** Inflates one whole message with an inflater of its own. Any thread may call. */
    public static Inflation inflateOne(byte[] data, int maxOutput) {
        try (PerMessageDeflate inflater = new PerMessageDeflate()) {
            return inflater.inflate(data, maxOutput);
        }
    }

    /** Inflates a whole message. */
    public Inflation inflate(byte[] data, int maxOutput) {
        return inflate(data, data.length, true, maxOutput);
    }

    /**
     * Inflates a message or its beginning.
     *
     * @param data the compressed payload from index 0, fragments joined
     * @param length how much of {@code data} counts
     * @param whole whether that is all of it; otherwise the answer is {@link Inflation.Ending#TRUNCATED} at best
     * @param maxOutput no more bytes than this come out, however small the input
     */
    public Inflation inflate(byte[] data, int length, boolean whole, int maxOutput) {
        inflater.reset();
        out = new byte[Math.min(maxOutput, Math.max(FIRST_ROOM, 4 * Math.min(length, 1 << 28)))];
        size = 0;
        Inflation.Ending ending = ending(data, length, whole, maxOutput);
        byte[] bytes = size == out.length ? out : Arrays.copyOf(out, size);
        out = new byte[0];
        return new Inflation(bytes, ending);
    }

    private Inflation.Ending ending(byte[] data, int length, boolean whole, int maxOutput) {
        try {
            inflater.setInput(data, 0, length);
            if (!drain(maxOutput)) {
                return Inflation.Ending.LIMIT;
            }
            // A sender may end with a final block of its own (RFC 7692 §7.2.3.4).
            boolean complete = whole && (inflater.finished() || endsCleanly());
            return complete ? Inflation.Ending.COMPLETE : Inflation.Ending.TRUNCATED;
        } catch (DataFormatException e) {
            return Inflation.Ending.INVALID;
        }
    }

    /** Inflates until the input is used up; false when there would be more than the limit. */
    private boolean drain(int maxOutput) throws DataFormatException {
        for (;;) {
            if (size == out.length && size < maxOutput) {
                out = Arrays.copyOf(out, (int) Math.min(maxOutput, 2L * out.length));
            }
            if (size == maxOutput) {
                return inflater.inflate(new byte[1]) == 0;
            }
            int count = inflater.inflate(out, size, out.length - size);
            size += count;
            if (count == 0) {
                return true;
            }
        }
    }

    private boolean endsCleanly() {
        byte[] none = new byte[1];
        try {
            inflater.setInput(TAIL);
            if (inflater.inflate(none) > 0) {
                return false;
            }
            inflater.setInput(FULL_STOP);
            return inflater.inflate(none) == 0 && inflater.finished();
        } catch (DataFormatException e) {
            // The tail came in the middle of a block, so a part of the message is missing.
            return false;
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
