package dev.socketscope.engine.query;

import java.util.Arrays;

/**
 * The numbers of the frames that a view shows, in order; rows are numbered from 0 and keep their number when older ones are
 * dropped. One thread writes; any thread reads, without a lock. Takes eight bytes a row.
 */
final class RowIndex {
    private static final int SHIFT = 12;
    private static final int CHUNK = 1 << SHIFT;

    /** @param base number of the first row in the first chunk */
    private record Rows(long base, long[][] chunks) {
        long seq(long row) {
            long index = row - base;
            return chunks[(int) (index >> SHIFT)][(int) (index & CHUNK - 1)];
        }
    }

    private volatile Rows rows = new Rows(0, new long[0][]);
    private volatile long end;
    /** Rows written, of which readers see {@link #end}. */
    private long written;

    /** Adds a frame that is newer than all before; readers see it after {@link #publish}. */
    void add(long seq) {
        Rows now = rows;
        int index = (int) (written - now.base);
        if (index >> SHIFT == now.chunks.length) {
            long[][] more = Arrays.copyOf(now.chunks, now.chunks.length + 1);
            more[now.chunks.length] = new long[CHUNK];
            now = new Rows(now.base, more);
            rows = now;
        }
        now.chunks[index >> SHIFT][index & CHUNK - 1] = seq;
        written++;
    }

    void publish() {
        end = written;
    }

    /** Gives back the memory of rows whose frames are older than {@code seq}. */
    void dropBefore(long seq) {
        Rows now = rows;
        int full = (int) (written - now.base >> SHIFT);
        int gone = 0;
        while (gone < full && now.chunks[gone][CHUNK - 1] < seq) {
            gone++;
        }
        if (gone > 0) {
            rows = new Rows(now.base + (long) gone * CHUNK, Arrays.copyOfRange(now.chunks, gone, now.chunks.length));
        }
    }

    /** One more than the number of the newest row. */
    long end() {
        return end;
    }

    /** The frame in a row; -1 when the row was dropped or does not exist yet. */
    long seqAt(long row) {
        if (row < 0 || row >= end) {
            return -1;
        }
        Rows now = rows;
        return row < now.base ? -1 : now.seq(row);
    }

    /** Number of the first row whose frame is {@code seq} or newer; {@link #end()} when there is none. */
    long rowAtOrAfter(long seq) {
        long high = end;
        Rows now = rows;
        long low = Math.min(now.base, high);
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (now.seq(middle) < seq) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
