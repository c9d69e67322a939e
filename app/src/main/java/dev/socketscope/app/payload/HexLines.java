package dev.socketscope.app.payload;

import dev.socketscope.app.controls.Ink;
import dev.socketscope.app.controls.InkLine;
import dev.socketscope.app.controls.Lines;
import dev.socketscope.app.controls.Span;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A payload as bytes: sixteen a line, in hex and as ASCII. A place is a byte's offset, so what is chosen in one column is chosen
 * in the other.
 *
 * <pre>
 *   1f 8b 08 00 00 00 00 00  00 03 ad 57 6d 6f db 36   ···········Wmo·6
 *   0                     23 25                   47   51             66   columns
 * </pre>
 */
final class HexLines implements Lines {
    private static final int WIDTH = 16;
    private static final int HALF = WIDTH / 2;
    private static final int ASCII = WIDTH * 3 + 3;
    private static final int COPY_LIMIT = 5 << 20;
    private static final HexFormat HEX = HexFormat.of();
    private final byte[] bytes;

    HexLines(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public long count() {
        return (bytes.length + WIDTH - 1L) / WIDTH;
    }

    @Override
    public InkLine line(long row) {
        var line = new InkLine.Builder();
        int start = (int) row * WIDTH;
        int end = Math.min(bytes.length, start + WIDTH);
        for (int i = start; i < end; i++) {
            line.add(HEX.toHexDigits(bytes[i]), bytes[i] == 0 ? Ink.FAINT : Ink.TEXT);
            line.add(i - start == HALF - 1 ? "  " : " ", Ink.FAINT);
        }
        line.add(" ".repeat(ASCII - line.length()), Ink.FAINT);
        for (int i = start; i < end; i++) {
            boolean printable = bytes[i] >= ' ' && bytes[i] < 0x7F;
            line.add(printable ? String.valueOf((char) bytes[i]) : "·", printable ? Ink.STRING : Ink.FAINT);
        }
        return line.build();
    }

    @Override
    public Gutter gutter(long row) {
        return new Gutter(String.format("%0" + gutterChars() + "x", row * WIDTH), Fold.NONE);
    }

    @Override
    public int gutterChars() {
        return bytes.length > 1 << 24 ? 8 : 6;
    }

    @Override
    public long firstByte(long row) {
        return row * WIDTH;
    }

    @Override
    public long endByte(long row) {
        return Math.min(bytes.length, (row + 1) * WIDTH);
    }

    @Override
    public long rowOf(long offset) {
        return Math.clamp(offset / WIDTH, 0, Math.max(0, count() - 1));
    }

    @Override
    public long place(long row, int column) {
        int index = column >= ASCII - 1 ? Math.clamp(column - ASCII, 0, WIDTH)
                : Math.clamp(Math.round((column - (column > HALF * 3 ? 1 : 0)) / 3.0f), 0, WIDTH);
        return Math.min(bytes.length, row * WIDTH + index);
    }

    @Override
    public long rowOfPlace(long place) {
        return rowOf(Math.min(place, bytes.length - 1L));
    }

    @Override
    public List<Span> bytes(long row, long from, long to) {
        int first = (int) Math.clamp(from - row * WIDTH, 0, WIDTH);
        int end = (int) Math.clamp(to - row * WIDTH, 0, WIDTH);
        return end <= first ? List.of()
                : List.of(new Span(column(first), column(end - 1) + 2), new Span(ASCII + first, ASCII + end));
    }

    @Override
    public List<Span> chosen(long row, long from, long to) {
        return bytes(row, from, to);
    }

    /** Pairs of hex digits with blanks between. */
    @Override
    public Optional<String> copy(long from, long to) {
        return to - from > COPY_LIMIT ? Optional.empty()
                : Optional.of(HexFormat.ofDelimiter(" ").formatHex(bytes, (int) from, (int) to));
    }

    private static int column(int index) {
        return index * 3 + (index >= HALF ? 1 : 0);
    }
}
