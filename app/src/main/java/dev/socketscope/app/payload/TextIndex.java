package dev.socketscope.app.payload;

import dev.socketscope.app.controls.IntChunks;

/**
 * Where the rows of a text begin. Only about every 4 KB a row's beginning is written down; those between are found again from
 * there, so that even a text of nothing but newlines needs little memory. One thread indexes; the JavaFX thread reads what is
 * there so far.
 */
final class TextIndex implements Indexing.Work {
    private static final int STEP = 4_096;

    /**
     * One row.
     *
     * @param start its first byte
     * @param end one more than the last byte of its content
     * @param next where the next row begins
     * @param line number of the line that it belongs to, from 0
     * @param begins whether it is the first row of the line
     */
    record Row(int number, int start, int end, int next, int line, boolean begins) {}

    private final byte[] bytes;
    private final int width;
    private final boolean atBlanks;
    private final IntChunks offsets = new IntChunks();
    private final IntChunks rows = new IntChunks();
    private final IntChunks lines = new IntChunks();
    private final RowBreaks reader;
    private volatile int rowCount;
    private volatile int lineCount;
    private volatile boolean complete;
    private Row near;

    /** @param width and {@code atBlanks} as in {@link RowBreaks} */
    TextIndex(byte[] bytes, int width, boolean atBlanks) {
        this.bytes = bytes;
        this.width = width;
        this.atBlanks = atBlanks;
        reader = new RowBreaks(bytes, width, atBlanks);
        near = new Row(-1, 0, 0, 0, 0, true);
    }

    @Override
    public void run(Indexing.Progress progress) {
        var breaks = new RowBreaks(bytes, width, atBlanks);
        int row = 0;
        int line = 0;
        int at = 0;
        int marked = -STEP;
        boolean begins = true;
        do {
            if (at - marked >= STEP) {
                mark(at, row, begins ? line : ~line);
                marked = at;
                if (progress.stopped()) {
                    return;
                }
            }
            at = breaks.next(at);
            row++;
            begins = breaks.why() == RowBreaks.End.NEWLINE;
            line += begins ? 1 : 0;
        } while (breaks.why() != RowBreaks.End.TEXT);
        lineCount = line + 1;
        rowCount = row;
        complete = true;
    }

    boolean complete() {
        return complete;
    }

    /** Rows known so far. */
    int rows() {
        return rowCount;
    }

    /** Lines known so far. */
    int lines() {
        return lineCount;
    }

    /** Bytes that the index takes, roughly. */
    long memory() {
        return offsets.memory() + rows.memory() + lines.memory();
    }

    /** @param number below {@link #rows()} */
    Row row(int number) {
        if (number == near.number()) {
            return near;
        }
        int mark = rows.floor(number, rows.size());
        Row row = near.number() >= 0 && near.number() < number && near.number() >= rows.get(mark) ? near : marked(mark);
        while (row.number() < number) {
            row = after(row);
        }
        near = row;
        return row;
    }

    /** The row that holds a byte; the last one known when it is not known yet. */
    Row rowOf(long offset) {
        int wanted = (int) Math.clamp(offset, 0, bytes.length);
        Row row = marked(offsets.floor(wanted, rows.size()));
        while (row.next() <= wanted && row.number() + 1 < rowCount) {
            row = after(row);
        }
        near = row;
        return row;
    }

    private void mark(int offset, int row, int line) {
        offsets.add(offset);
        rows.add(row);
        lines.add(line);
        offsets.publish();
        lines.publish();
        rows.publish();
        lineCount = line < 0 ? ~line : line;
        rowCount = row;
    }

    private Row marked(int mark) {
        int line = lines.get(mark);
        int start = offsets.get(mark);
        int next = reader.next(start);
        return new Row(rows.get(mark), start, reader.contentEnd(), next, line < 0 ? ~line : line, line >= 0);
    }

    private Row after(Row row) {
        reader.next(row.start());
        boolean begins = reader.why() == RowBreaks.End.NEWLINE;
        int next = reader.next(row.next());
        return new Row(row.number() + 1, row.next(), reader.contentEnd(), next, row.line() + (begins ? 1 : 0), begins);
    }
}
