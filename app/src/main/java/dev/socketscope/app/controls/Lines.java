package dev.socketscope.app.controls;

import java.util.List;
import java.util.Optional;

/**
 * Lines that a {@link LineView} shows: as many as are known so far, each made anew whenever it is drawn. A place in the text is
 * one number, the greater the later; lines know which columns a range of places or of bytes covers.
 */
public interface Lines {
    /** So many columns at most can be told apart in a place. */
    int MAX_COLUMNS = 1 << 16;

    /** What stands left of a line. */
    record Gutter(String text, Fold fold) {
        public static final Gutter NONE = new Gutter("", Fold.NONE);
    }

    /** Whether a line begins a part that can be hidden. */
    enum Fold {
        NONE, OPEN, CLOSED
    }

    /** Lines known so far. */
    long count();

    /** The line as it is drawn; at most a few thousand characters. */
    InkLine line(long row);

    default Gutter gutter(long row) {
        return Gutter.NONE;
    }

    /** How many characters the longest gutter text has. */
    default int gutterChars() {
        return 0;
    }

    /** The first byte that the line shows. */
    long firstByte(long row);

    /** One more than the last byte that the line shows, hidden ones included. */
    long endByte(long row);

    /** The line that shows the byte. */
    long rowOf(long offset);

    /** Columns of the line that show bytes from {@code from} to before {@code to}. */
    List<Span> bytes(long row, long from, long to);

    /** The place of a column. */
    default long place(long row, int column) {
        return row * MAX_COLUMNS + column;
    }

    /** The line of a place. */
    default long rowOfPlace(long place) {
        return place / MAX_COLUMNS;
    }

    /** Columns of the line that lie between two places. */
    default List<Span> chosen(long row, long from, long to) {
        int length = line(row).text().length();
        int start = row * MAX_COLUMNS < from ? (int) Math.min(length, from - row * MAX_COLUMNS) : 0;
        int end = rowOfPlace(to) > row ? length + 1 : (int) Math.max(0, to - row * MAX_COLUMNS);
        return rowOfPlace(from) > row || rowOfPlace(to) < row || end <= start ? List.of()
                : List.of(new Span(start, end));
    }

    /** The text between two places for the clipboard; empty when it is too much. */
    Optional<String> copy(long from, long to);

    /** Opens or closes what the line begins. */
    default void toggle(long row) {}
}
