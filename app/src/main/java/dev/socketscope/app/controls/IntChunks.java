package dev.socketscope.app.controls;

import java.util.Arrays;

/**
 * A growing list of ints in pieces, so that growing copies nothing and costs no more than a piece. One thread adds; others may
 * read what is below the {@link #size()} that they saw.
 */
public final class IntChunks {
    private static final int BITS = 14;
    private static final int CHUNK = 1 << BITS;
    private volatile int[][] chunks = new int[4][];
    private volatile int size;
    private int filled;

    public int size() {
        return size;
    }

    /** Adds a value that readers see after the next {@link #publish()}. */
    public void add(int value) {
        int chunk = filled >> BITS;
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunk * 2);
        }
        if (chunks[chunk] == null) {
            chunks[chunk] = new int[CHUNK];
        }
        chunks[chunk][filled & (CHUNK - 1)] = value;
        filled++;
    }

    /** Values added, published or not; for the thread that adds. */
    public int filled() {
        return filled;
    }

    public int get(int index) {
        return chunks[index >> BITS][index & (CHUNK - 1)];
    }

    /** Changes a value; for the thread that adds. */
    public void set(int index, int value) {
        chunks[index >> BITS][index & (CHUNK - 1)] = value;
    }

    /** Lets readers see everything added and changed so far. */
    public void publish() {
        size = filled;
    }

    /** Bytes of memory, roughly. */
    public long memory() {
        return ((long) filled / CHUNK + 1) * CHUNK * Integer.BYTES;
    }

    /** The last index below {@code end} whose value is at most {@code value}, values being in order; -1 when there is none. */
    public int floor(int value, int end) {
        int low = 0;
        int high = end - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (get(middle) <= value) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }
}
