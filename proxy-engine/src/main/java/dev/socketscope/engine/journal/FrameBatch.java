package dev.socketscope.engine.journal;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Whole frames that came in one read, to be written down together: the log is locked once for all of them. Used anew by every read;
 * belongs to one thread.
 */
public final class FrameBatch {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final int FIELDS = 5;
    private static final int FIRST_BYTE = 0;
    private static final int MASK = 1;
    private static final int LENGTH = 2;
    private static final int FROM = 3;
    private static final int MESSAGE = 4;
    /** In {@link #MASK}, above the key. */
    private static final long MASKED = 1L << 32;

    private long[] fields = new long[16 * FIELDS];
    private int used;
    private ByteBuffer bytes = NOTHING;

    /**
     * @param firstByte FIN, RSV1–3 and opcode
     * @param maskKey as in the header; 0 for a frame that is not masked
     * @param in where the payload stands, the same for all frames of a batch; without a payload of no interest
     * @param from index of the payload's first byte, still masked
     * @param messageSeq number of the message's first frame, {@link FrameLog#ITSELF}, or what {@link #upcoming} told
     */
    public void add(int firstByte, boolean masked, int maskKey, ByteBuffer in, int from, int length, long messageSeq) {
        int at = used * FIELDS;
        if (at == fields.length) {
            fields = Arrays.copyOf(fields, 2 * at);
        }
        fields[at + FIRST_BYTE] = firstByte;
        fields[at + MASK] = maskKey & 0xFFFF_FFFFL | (masked ? MASKED : 0);
        fields[at + LENGTH] = length;
        fields[at + FROM] = from;
        fields[at + MESSAGE] = messageSeq;
        if (length > 0) {
            bytes = in;
        }
        used++;
    }

    /** Stands for the number that the next frame added will get, until {@link #resolve} tells it. */
    public long upcoming() {
        return FrameLog.ITSELF - 1 - used;
    }

    /** The number that {@link #upcoming} stood for; other numbers stay what they are. @param firstSeq the batch's first number */
    public static long resolve(long messageSeq, long firstSeq) {
        return messageSeq < FrameLog.ITSELF ? firstSeq + (FrameLog.ITSELF - 1 - messageSeq) : messageSeq;
    }

    public boolean isEmpty() {
        return used == 0;
    }

    public int count() {
        return used;
    }

    public void clear() {
        used = 0;
        bytes = NOTHING;
    }

    int firstByte(int index) {
        return (int) fields[index * FIELDS + FIRST_BYTE];
    }

    boolean masked(int index) {
        return (fields[index * FIELDS + MASK] & MASKED) != 0;
    }

    int maskKey(int index) {
        return (int) fields[index * FIELDS + MASK];
    }

    int length(int index) {
        return (int) fields[index * FIELDS + LENGTH];
    }

    int from(int index) {
        return (int) fields[index * FIELDS + FROM];
    }

    long messageSeq(int index) {
        return fields[index * FIELDS + MESSAGE];
    }

    ByteBuffer bytes() {
        return bytes;
    }
}
