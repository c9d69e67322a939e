package dev.socketscope.engine.fault;

/** The shape of UTF-8 (RFC 3629 §3), as far as bytes show it. */
final class Utf8 {
    private Utf8() {}

    static boolean isContinuation(byte value) {
        return (value & 0xC0) == 0x80;
    }

    /** Bytes of the character that such a byte begins, 1 to 4; 1 also for a byte that begins none. */
    static int length(byte first) {
        int value = first & 0xFF;
        return value < 0xC2 || value > 0xF4 ? 1 : value < 0xE0 ? 2 : value < 0xF0 ? 3 : 4;
    }

    /** Whether a whole character stands there, so far as lengths tell. */
    static boolean isWhole(byte[] text, int start) {
        int length = length(text[start]);
        if (isContinuation(text[start]) || start + length > text.length) {
            return false;
        }
        for (int i = 1; i < length; i++) {
            if (!isContinuation(text[start + i])) {
                return false;
            }
        }
        return length > 1 || text[start] >= 0;
    }

    /** Where the character begins to which that byte belongs; the byte itself when it belongs to none. */
    static int start(byte[] text, int at) {
        int start = at;
        while (start > 0 && at - start < 3 && isContinuation(text[start])) {
            start--;
        }
        return isWhole(text, start) && start + length(text[start]) > at ? start : at;
    }
}
