package dev.socketscope.app.payload;

import dev.socketscope.app.controls.Ink;
import dev.socketscope.app.controls.InkLine;
import dev.socketscope.app.controls.Lines;
import dev.socketscope.app.controls.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A payload as text with line numbers; lines that are too long for a row go on in the next. */
final class TextLines implements Lines {
    /** The clipboard takes no more bytes than these. */
    static final int COPY_LIMIT = 8 << 20;
    private static final int ROW_CHARS = 8_000;
    private final byte[] bytes;
    private final TextIndex index;

    TextLines(byte[] bytes, TextIndex index) {
        this.bytes = bytes;
        this.index = index;
    }

    @Override
    public long count() {
        return index.rows();
    }

    @Override
    public InkLine line(long row) {
        return decoded(row).line();
    }

    @Override
    public Gutter gutter(long row) {
        TextIndex.Row it = index.row((int) row);
        return it.begins() ? new Gutter(String.valueOf(it.line() + 1), Fold.NONE) : Gutter.NONE;
    }

    @Override
    public int gutterChars() {
        return Math.max(3, String.valueOf(index.lines()).length());
    }

    @Override
    public long firstByte(long row) {
        return index.row((int) row).start();
    }

    @Override
    public long endByte(long row) {
        return index.row((int) row).next();
    }

    @Override
    public long rowOf(long offset) {
        return index.rowOf(offset).number();
    }

    @Override
    public List<Span> bytes(long row, long from, long to) {
        return decoded(row).columns(from, to);
    }

    @Override
    public Optional<String> copy(long from, long to) {
        int start = offset(from);
        int end = offset(to);
        return end - start > COPY_LIMIT ? Optional.empty()
                : Optional.of(new String(bytes, start, Math.max(0, end - start), StandardCharsets.UTF_8));
    }

    private int offset(long place) {
        long row = Math.min(rowOfPlace(place), count() - 1);
        int column = (int) (place - row * MAX_COLUMNS);
        TextIndex.Row it = index.row((int) row);
        return decoded(row).offset(column, column >= MAX_COLUMNS ? it.next() : it.end());
    }

    private Decoded decoded(long row) {
        TextIndex.Row it = index.row((int) row);
        var text = new Decoded();
        text.add(bytes, it.start(), it.end(), ROW_CHARS, Ink.TEXT);
        return text;
    }
}
