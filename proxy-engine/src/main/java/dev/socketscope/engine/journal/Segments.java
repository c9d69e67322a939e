package dev.socketscope.engine.journal;

import dev.socketscope.engine.api.Direction;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The segments that exist, oldest first, and the memory they share. Everything that changes is called under the log's lock;
 * {@link #find} and the figures may be read by anybody at any time.
 */
@SuppressWarnings("NonAtomicVolatileUpdate") // one writer at a time, under the log's lock
final class Segments {
    static final int SMALLEST = 4096;
    // With the array's own header this is just below 2 MiB, and so fills one G1 region where regions are of that size, as the launchers have
    // them: the collector never copies it.
    private static final int LARGEST = (2 << 20) - 32;
    private static final Segment[] NONE = {};

    private final long maxBytes;
    private final int usualBytes;
    private final SegmentMemory memory;
    private volatile Segment[] all = NONE;
    private volatile long firstSeq;
    private volatile long evicted;

    Segments(long maxBytes) {
        this.maxBytes = maxBytes;
        this.usualBytes = (int) Math.clamp(maxBytes / 16, SMALLEST, LARGEST);
        this.memory = new SegmentMemory(maxBytes, usualBytes);
    }

    /** The most payload that a record may have to fit at all. */
    int largestPayload() {
        return (int) Math.min(maxBytes, 1 << 30) - Segment.bytesFor(Long.BYTES);
    }

    long firstSeq() {
        return firstSeq;
    }

    long evicted() {
        return evicted;
    }

    long bytes() {
        return memory.bytes();
    }

    @Nullable
    Segment find(long seq) {
        Segment[] now = all;
        int index = indexOf(now, seq);
        return index < 0 ? null : now[index];
    }

    /** Index of the last segment that begins at or before the frame; -1 when there is none. */
    private static int indexOf(Segment[] all, long seq) {
        int low = 0;
        int high = all.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (all[middle].firstSeq <= seq) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    /** The segment that the next record goes to; the oldest ones are dropped where it needs their memory. */
    Segment roomFor(int captured, long nextSeq) {
        Segment[] now = all;
        if (now.length > 0 && now[now.length - 1].hasRoomFor(captured)) {
            return now[now.length - 1];
        }
        Segment fresh = new Segment(nextSeq, array(Math.max(usualBytes, Segment.bytesFor(captured))));
        Segment[] kept = all;
        Segment[] more = Arrays.copyOf(kept, kept.length + 1);
        more[kept.length] = fresh;
        all = more;
        return fresh;
    }

    private byte[] array(int length) {
        byte[] free = memory.take(length);
        while (free == null) {
            dropOldest();
            free = memory.take(length);
        }
        return free;
    }

    private void dropOldest() {
        Segment[] now = all;
        Segment oldest = now[0];
        oldest.drop();
        all = Arrays.copyOfRange(now, 1, now.length);
        firstSeq = oldest.firstSeq + oldest.count();
        evicted = evicted + oldest.count();
        memory.giveBack(oldest.bytes);
    }

    void inProxy(long fromSeq, long toSeq, int connection, Direction direction, int micros) {
        Segment[] now = all;
        for (int i = Math.max(0, indexOf(now, fromSeq)); i < now.length && now[i].firstSeq < toSeq; i++) {
            now[i].inProxy(fromSeq, toSeq, connection, direction, micros);
        }
    }

    void clear(long nextSeq) {
        for (Segment segment : all) {
            segment.drop();
        }
        all = NONE;
        memory.clear();
        firstSeq = nextSeq;
    }
}
