package dev.socketscope.app.payload;

/**
 * Where one row of text ends. A line ends with LF, CR LF, CR, or one of Unicode's NEL, LS and PS; a line that is longer than the
 * row's width goes on in the next row, after a blank when there is one in the last part of the row.
 */
final class RowBreaks {
    private static final int TAB = 4;

    /** Why a row ends. */
    enum End {
        NEWLINE, WIDTH, TEXT
    }

    private final byte[] bytes;
    private final int width;
    private final boolean atBlanks;
    private int end;
    private End why = End.TEXT;

    /**
     * @param width cells of a row, at least 8; wide characters take two
     * @param atBlanks whether rows break at blanks where they can
     */
    RowBreaks(byte[] bytes, int width, boolean atBlanks) {
        this.bytes = bytes;
        this.width = Math.max(8, width);
        this.atBlanks = atBlanks;
    }

    /** @return where the row after this one begins; the content of this row ends at {@link #contentEnd()} */
    int next(int start) {
        int cells = 0;
        int blank = -1;
        int at = start;
        while (at < bytes.length) {
            int newline = newline(at);
            if (newline > 0) {
                why = End.NEWLINE;
                end = at;
                return at + newline;
            }
            int point = bytes[at] >= 0 ? bytes[at] : Utf8.codePoint(bytes, at, bytes.length);
            int wide = cells(point, cells);
            if (cells + wide > width && at > start) {
                why = End.WIDTH;
                end = atBlanks && blank > start + (at - start) / 2 ? blank : at;
                return end;
            }
            cells += wide;
            at += bytes[at] >= 0 ? 1 : Utf8.length(bytes, at, bytes.length);
            blank = point == ' ' || point == '\t' || point == ',' ? at : blank;
        }
        why = End.TEXT;
        end = at;
        return at;
    }

    /** Where the content of the last row ended, without its newline. */
    int contentEnd() {
        return end;
    }

    /** Why the last row ended. */
    End why() {
        return why;
    }

    /** Bytes of the newline at {@code at}; 0 when there is none. */
    private int newline(int at) {
        return switch (bytes[at]) {
            case '\n' -> 1;
            case '\r' -> at + 1 < bytes.length && bytes[at + 1] == '\n' ? 2 : 1;
            case (byte) 0xC2 -> at + 1 < bytes.length && bytes[at + 1] == (byte) 0x85 ? 2 : 0;
            case (byte) 0xE2 -> at + 2 < bytes.length && bytes[at + 1] == (byte) 0x80
                    && (bytes[at + 2] == (byte) 0xA8 || bytes[at + 2] == (byte) 0xA9) ? 3 : 0;
            default -> 0;
        };
    }

    private static int cells(int point, int before) {
        if (point == '\t') {
            return TAB - before % TAB;
        }
        return point >= 0x1100 && (point <= 0x115F || point >= 0x2E80 && point <= 0xA4CF
                || point >= 0xAC00 && point <= 0xD7A3 || point >= 0xF900 && point <= 0xFAFF
                || point >= 0xFE30 && point <= 0xFE6F || point >= 0xFF00 && point <= 0xFF60
                || point >= 0x1F300 && point <= 0x1FAFF || point >= 0x20000) ? 2 : 1;
    }
}
