package dev.socketscope.app.payload;

import dev.socketscope.app.controls.Ink;
import dev.socketscope.app.controls.InkLine;
import dev.socketscope.app.controls.Span;
import java.util.Arrays;
import java.util.List;

/** Collects the characters of one line together with the bytes that they come from. */
final class Decoded {
    /** As an offset: the character stands for no byte. */
    static final int NONE = -1;
    private static final char PICTURE_OF_NUL = '\u2400';
    private static final char PICTURE_OF_DELETE = '\u2421';

    private final InkLine.Builder line = new InkLine.Builder();
    private int[] offsets = new int[128];

    /** Adds characters that are not in the payload. */
    Decoded add(String text, Ink ink) {
        for (int i = 0; i < text.length(); i++) {
            remember(line.length() + i, NONE);
        }
        line.add(text, ink);
        return this;
    }

    /** Adds the characters in {@code [from, to)}, at most {@code limit}; control characters are shown as pictures. */
    int add(byte[] bytes, int from, int to, int limit, Ink ink) {
        var part = new StringBuilder();
        int at = from;
        while (at < to && part.length() < limit) {
            int length = Utf8.length(bytes, at, to);
            int point = visible(Utf8.codePoint(bytes, at, to));
            for (int i = Character.charCount(point); i > 0; i--) {
                remember(line.length() + part.length() + Character.charCount(point) - i, at);
            }
            part.appendCodePoint(point);
            at += length;
        }
        line.add(part, ink);
        return at;
    }

    int length() {
        return line.length();
    }

    InkLine line() {
        return line.build();
    }

    /** The byte that a column comes from; {@code after} for columns past the last character. */
    int offset(int column, int after) {
        for (int i = column; i < line.length(); i++) {
            if (offsets[i] != NONE) {
                return offsets[i];
            }
        }
        return after;
    }

    /** Columns of the characters that come from bytes in {@code [from, to)}. */
    List<Span> columns(long from, long to) {
        int start = -1;
        int end = -1;
        for (int i = 0; i < line.length(); i++) {
            int next = nextOffset(i);
            if (offsets[i] != NONE && offsets[i] < to && next > from) {
                start = start < 0 ? i : start;
                end = i + 1;
            }
        }
        return start < 0 ? List.of() : List.of(new Span(start, end));
    }

    private int nextOffset(int index) {
        for (int i = index + 1; i < line.length(); i++) {
            if (offsets[i] > offsets[index]) {
                return offsets[i];
            }
        }
        return offsets[index] + 1;
    }

    private void remember(int index, int offset) {
        if (index == offsets.length) {
            offsets = Arrays.copyOf(offsets, index * 2);
        }
        offsets[index] = offset;
    }

    private static int visible(int point) {
        if (point < ' ' && point != '\t') {
            return PICTURE_OF_NUL + point;
        }
        return point == 0x7F ? PICTURE_OF_DELETE : point;
    }
}
