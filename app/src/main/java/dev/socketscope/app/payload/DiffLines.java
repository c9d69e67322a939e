package dev.socketscope.app.payload;

import dev.socketscope.app.controls.Ink;
import dev.socketscope.app.controls.InkLine;
import dev.socketscope.app.controls.Lines;
import dev.socketscope.app.controls.Span;
import dev.socketscope.app.payload.LineDiff.Mark;
import dev.socketscope.app.payload.LineDiff.Row;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The lines of two texts together; a sign at the left says what became of each. */
final class DiffLines implements Lines {
    private static final int SIGNS = 3;
    private final List<Row> rows;
    private final int[] starts;
    private final byte[] bytes;

    DiffLines(List<Row> rows) {
        this.rows = rows;
        starts = new int[rows.size() + 1];
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < rows.size(); i++) {
            out.writeBytes(rows.get(i).text().getBytes(StandardCharsets.UTF_8));
            out.write('\n');
            starts[i + 1] = out.size();
        }
        bytes = out.toByteArray();
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public long count() {
        return rows.size();
    }

    @Override
    public InkLine line(long row) {
        return characters(row).line();
    }

    @Override
    public Gutter gutter(long row) {
        return new Gutter(sign(rows.get((int) row).mark()), Fold.NONE);
    }

    @Override
    public int gutterChars() {
        return SIGNS;
    }

    @Override
    public long firstByte(long row) {
        return starts[(int) row];
    }

    @Override
    public long endByte(long row) {
        return starts[(int) row + 1];
    }

    @Override
    public long rowOf(long offset) {
        int found = Arrays.binarySearch(starts, (int) offset);
        return Math.min(rows.size() - 1, found >= 0 ? found : -found - 2);
    }

    @Override
    public List<Span> bytes(long row, long from, long to) {
        return characters(row).columns(from, to);
    }

    /** With the signs, so that what is pasted says as much as what is seen. */
    @Override
    public Optional<String> copy(long from, long to) {
        var text = new StringBuilder();
        for (long row = rowOfPlace(from); row < count() && place(row, 0) < to; row++) {
            Row one = rows.get((int) row);
            text.append(String.format("%-" + SIGNS + "s", sign(one.mark()))).append(one.text()).append('\n');
        }
        return Optional.of(text.toString());
    }

    private Decoded characters(long row) {
        var text = new Decoded();
        text.add(bytes, starts[(int) row], starts[(int) row + 1] - 1, Integer.MAX_VALUE,
                ink(rows.get((int) row).mark()));
        return text;
    }

    private static String sign(Mark mark) {
        return switch (mark) {
            case SAME -> "";
            case REMOVED -> "−";
            case ADDED -> "+";
            case CHANGED_FROM -> "≠ −";
            case CHANGED_TO -> "≠ +";
        };
    }

    private static Ink ink(Mark mark) {
        return switch (mark) {
            case SAME -> Ink.MUTED;
            case REMOVED, CHANGED_FROM -> Ink.ERROR;
            case ADDED, CHANGED_TO -> Ink.KEY;
        };
    }
}
