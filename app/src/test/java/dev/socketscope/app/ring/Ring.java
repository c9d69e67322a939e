package dev.socketscope.app.ring;

import dev.socketscope.engine.api.FrameRow;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** The newest so many frames, numbered from 0; one thread appends, any thread reads. */
public final class Ring {
    private final AtomicReferenceArray<@Nullable FrameRow> slots;
    private volatile long end;
    private volatile long cleared;
    private volatile boolean filtersWait;
    private volatile boolean rowsWait;

    public Ring(int capacity) {
        slots = new AtomicReferenceArray<>(capacity);
    }

    /** @param frame makes the frame that gets the number */
    public void append(LongFunction<FrameRow> frame) {
        long seq = end;
        slots.set((int) (seq % slots.length()), frame.apply(seq));
        end = seq + 1;
    }

    /** Puts another version of a frame that is still there. */
    public void replace(FrameRow row) {
        slots.set((int) (row.frame().seq() % slots.length()), row);
    }

    /** Views with a filter look at no further frame until they may. */
    public void filtersWait(boolean wait) {
        filtersWait = wait;
    }

    /** Views have no row until they may, as when a link has yet to bring them. */
    public void rowsWait(boolean wait) {
        rowsWait = wait;
    }

    boolean rowsWait() {
        return rowsWait;
    }

    boolean filtersWait() {
        return filtersWait;
    }

    public void clear() {
        cleared = end;
    }

    public long first() {
        return Math.max(cleared, end - slots.length());
    }

    public long end() {
        return end;
    }

    public @Nullable FrameRow get(long seq) {
        if (seq < first() || seq >= end) {
            return null;
        }
        FrameRow row = slots.get((int) (seq % slots.length()));
        return row != null && row.frame().seq() == seq ? row : null;
    }
}
