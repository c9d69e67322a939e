package dev.socketscope.engine.query;

import dev.socketscope.engine.api.FrameRow;
import dev.socketscope.engine.api.FrameView;
import dev.socketscope.engine.journal.FrameStore;
import dev.socketscope.engine.journal.Screening;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The captured frames that a {@link Selection} lets through. {@link #scan} looks at new ones, always on the same thread; everything
 * else answers at once from what has been found, on any thread. A frame is judged once: a connection that changes its state later
 * neither brings its rows in nor takes them away.
 */
final class IndexedFrameView implements FrameView {
    /** Frames looked at between two publications and looks at the clock; few, because each may hold a megabyte to search. */
    private static final int BATCH = 32;

    private final FrameStore log;
    private final Screening screening;
    private final Previews previews;
    private final Selection selection;
    private final Consumer<IndexedFrameView> onClose;
    private final RowIndex index = new RowIndex();
    private volatile long next;
    private volatile long givenUp;
    private volatile boolean closed;

    /** @param screening passes over none that the selection includes */
    IndexedFrameView(FrameStore log, Screening screening, Previews previews, Selection selection,
            Consumer<IndexedFrameView> onClose) {
        this.log = log;
        this.screening = screening;
        this.previews = previews;
        this.selection = selection;
        this.onClose = onClose;
        this.next = log.firstSeq();
    }

    /**
     * Looks at frames that nobody has looked at yet.
     *
     * @param deadline {@link System#nanoTime()} to stop at
     */
    FrameIndexer.Progress scan(FrameReader reader, long deadline) {
        selection.refresh();
        FrameIndexer.Progress progress = FrameIndexer.Progress.MORE;
        while (progress == FrameIndexer.Progress.MORE && !closed && System.nanoTime() - deadline < 0) {
            progress = scanBatch(reader);
        }
        return closed ? FrameIndexer.Progress.DONE : progress;
    }

    private FrameIndexer.Progress scanBatch(FrameReader reader) {
        long first = log.firstSeq();
        long end = log.endSeq();
        long seq = skip(Math.max(next, first), end);
        long stop = Math.min(end, seq + BATCH);
        boolean early = false;
        while (seq < stop && !early) {
            boolean there = reader.moveTo(seq);
            early = there && selection.isTooEarlyFor(reader);
            if (!early) {
                if (there) {
                    judge(reader, seq);
                }
                seq = skip(seq + 1, end);
            }
        }
        index.publish();
        next = seq;
        index.dropBefore(first);
        return early ? FrameIndexer.Progress.WAITING
                : seq < end ? FrameIndexer.Progress.MORE : FrameIndexer.Progress.DONE;
    }

    /** Frames from {@code end} on have not come yet, so that nobody can have passed over them. */
    private long skip(long from, long end) {
        return from < end ? Math.min(end, screening.skip(from)) : from;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // only the scanning thread writes
    private void judge(FrameReader reader, long seq) {
        if (selection.includes(reader)) {
            index.add(seq);
        }
        if (reader.isGivenUp()) {
            givenUp++;
        }
    }

    @Override
    public long firstRow() {
        return index.rowAtOrAfter(log.firstSeq());
    }

    @Override
    public long endRow() {
        return index.rowAtOrAfter(log.endSeq());
    }

    @Override
    public @Nullable FrameRow row(long number) {
        long seq = index.seqAt(number);
        return seq < 0 || seq >= log.endSeq() ? null : previews.row(seq);
    }

    @Override
    public long rowAtOrAfter(long seq) {
        return index.rowAtOrAfter(Math.max(seq, log.firstSeq()));
    }

    @Override
    public long pending() {
        return closed ? 0 : Math.max(0, log.endSeq() - Math.max(next, log.firstSeq()));
    }

    @Override
    public long givenUp() {
        return givenUp;
    }

    @Override
    public void close() {
        closed = true;
        onClose.accept(this);
    }
}
