package dev.socketscope.app.payload;

/** Reads UTF-8 (RFC 3629) character by character out of bytes that may be anything; a wrong byte counts as one character. */
final class Utf8 {
    static final int WRONG = 0xFFFD;

    private Utf8() {}

    /** The code point that begins at {@code at}, or {@link #WRONG}. */
    static int codePoint(byte[] bytes, int at, int end) {
        int first = bytes[at];
        int length = length(bytes, at, end);
        return switch (length) {
            case 1 -> first >= 0 ? first : WRONG;
            case 2 -> (first & 0x1F) << 6 | bytes[at + 1] & 0x3F;
            case 3 -> (first & 0x0F) << 12 | (bytes[at + 1] & 0x3F) << 6 | bytes[at + 2] & 0x3F;
            default -> (first & 0x07) << 18 | (bytes[at + 1] & 0x3F) << 12 | (bytes[at + 2] & 0x3F) << 6
                    | bytes[at + 3] & 0x3F;
        };
    }

    /** Bytes of the character that begins at {@code at}: 1 to 4, and 1 for a byte that begins none. */
    static int length(byte[] bytes, int at, int end) {
        int first = bytes[at] & 0xFF;
        if (first < 0xC2 || first > 0xF4) {
            return 1;
        }
        int length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        if (at + length > end || !second(first, bytes[at + 1] & 0xFF)) {
            return 1;
        }
        for (int i = 2; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 1;
            }
        }
        return length;
    }

    /** Whether all of it is UTF-8, but for a character that the end cuts off. */
    static boolean isText(byte[] bytes, int end) {
        for (int at = 0; at < end;) {
            int length = length(bytes, at, end);
            if (length == 1 && bytes[at] < 0 && at < end - 3) {
                return false;
            }
            at += length;
        }
        return true;
    }

    // RFC 3629 §4: overlong forms, surrogates and numbers past U+10FFFF are told by the second byte.
    private static boolean second(int first, int second) {
        return switch (first) {
            case 0xE0 -> second >= 0xA0 && second <= 0xBF;
            case 0xED -> second >= 0x80 && second <= 0x9F;
            case 0xF0 -> second >= 0x90 && second <= 0xBF;
            case 0xF4 -> second >= 0x80 && second <= 0x8F;
            default -> (second & 0xC0) == 0x80;
        };
    }
}
