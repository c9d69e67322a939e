package dev.socketscope.app.controls;

import java.util.Arrays;

/**
 * A growing list of ints in pieces, so that growing copies nothing and costs no more than a piece. One thread adds; others may
 * read what is below the {@link #size()} that they saw.
 *
 * <pre>
 *   0 … 131,071                       131,072 …
 *   eight small pieces of 64 KiB      large ones of just below 2 MiB
 * </pre>
 *
 * A large one fills a region of the collector, which leaves it where it is. Small ones are copied by its next collections, while window and
 * relay wait; of a long list that took a tenth of a second.
 */
public final class IntChunks {
    private static final int SMALL_BITS = 14;
    private static final int SMALL = 1 << SMALL_BITS;
    private static final int FEW = 8;
    private static final int FIRST_LARGE = FEW * SMALL;
    /** With room for the array's header. */
    private static final int LARGE = (1 << 19) - 64;

    private volatile int[][] chunks = new int[4][];
    private volatile int size;
    private int filled;
    private int count;
    /** The piece that is filled, and how far. */
    private int[] last = {};
    private int next;

    public int size() {
        return size;
    }

    /** Adds a value that readers see after the next {@link #publish()}. */
    public void add(int value) {
        if (next == last.length) {
            grow();
        }
        last[next] = value;
        next++;
        filled++;
    }

    private void grow() {
        if (count == chunks.length) {
            chunks = Arrays.copyOf(chunks, count * 2);
        }
        last = new int[count < FEW ? SMALL : LARGE];
        next = 0;
        chunks[count] = last;
        count++;
    }

    /** Values added, published or not; for the thread that adds. */
    public int filled() {
        return filled;
    }

    public int get(int index) {
        return chunks[chunk(index)][place(index)];
    }

    /** Changes a value; for the thread that adds. */
    public void set(int index, int value) {
        chunks[chunk(index)][place(index)] = value;
    }

    private static int chunk(int index) {
        return index < FIRST_LARGE ? index >> SMALL_BITS : FEW + (index - FIRST_LARGE) / LARGE;
    }

    private static int place(int index) {
        return index < FIRST_LARGE ? index & SMALL - 1 : (index - FIRST_LARGE) % LARGE;
    }

    /** Lets readers see everything added and changed so far. */
    public void publish() {
        size = filled;
    }

    /** Bytes of memory, roughly. */
    public long memory() {
        long small = Math.clamp(count, 1, FEW);
        long large = Math.max(0, count - FEW);
        return (small * SMALL + large * LARGE) * Integer.BYTES;
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
