package dev.socketscope.engine.query;

import dev.socketscope.engine.api.FrameRow;
import dev.socketscope.engine.api.FrameView;
import dev.socketscope.engine.journal.FrameStore;
import org.jspecify.annotations.Nullable;

/** Every captured frame; a row's number is its frame's number. Needs no work and no memory of its own. */
final class DirectFrameView implements FrameView {
    private final FrameStore log;
    private final Previews previews;
    private volatile long closedAt = Long.MAX_VALUE;

    DirectFrameView(FrameStore log, Previews previews) {
        this.log = log;
        this.previews = previews;
    }

    @Override
    public long firstRow() {
        return Math.min(log.firstSeq(), closedAt);
    }

    @Override
    public long endRow() {
        return Math.min(log.endSeq(), closedAt);
    }

    @Override
    public @Nullable FrameRow row(long number) {
        return number < closedAt ? previews.row(number) : null;
    }

    @Override
    public long rowAtOrAfter(long seq) {
        return Math.clamp(seq, firstRow(), endRow());
    }

    @Override
    public long pending() {
        return 0;
    }

    @Override
    public void close() {
        closedAt = endRow();
    }
}
