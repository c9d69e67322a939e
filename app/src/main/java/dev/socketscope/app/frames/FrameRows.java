package dev.socketscope.app.frames;

import dev.socketscope.app.controls.RowSource;
import dev.socketscope.engine.api.FrameRow;
import dev.socketscope.engine.api.FrameView;
import org.jspecify.annotations.Nullable;

/** A view of the capture as a table reads it; it can be made to stand still while the capture goes on. */
final class FrameRows implements RowSource<FrameRow> {
    private final FrameView view;
    private long frozenEnd = Long.MAX_VALUE;

    FrameRows(FrameView view) {
        this.view = view;
    }

    FrameView view() {
        return view;
    }

    /** Newer frames stay out of sight until this is undone. */
    void freeze(boolean frozen) {
        frozenEnd = frozen ? view.endRow() : Long.MAX_VALUE;
    }

    /** Rows that arrived since the view was frozen. */
    long waiting() {
        return Math.max(0, view.endRow() - Math.max(frozenEnd, view.firstRow()));
    }

    /** Rows that the capture still holds. */
    long size() {
        return end() - first();
    }

    @Override
    public long first() {
        return view.firstRow();
    }

    @Override
    public long end() {
        return Math.max(first(), Math.min(view.endRow(), frozenEnd));
    }

    @Override
    public @Nullable FrameRow row(long number) {
        return number < first() || number >= end() ? null : view.row(number);
    }

    @Override
    public long key(FrameRow row) {
        return row.frame().seq();
    }

    @Override
    public long numberAtOrAfter(long seq) {
        return Math.min(end(), view.rowAtOrAfter(seq));
    }
}
