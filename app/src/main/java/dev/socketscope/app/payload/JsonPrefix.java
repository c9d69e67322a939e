package dev.socketscope.app.payload;

/**
 * What may stand before the JSON of a message: a byte order mark, blanks, or the packet type of Engine.IO and Socket.IO (digits,
 * attachments, namespace, acknowledgement: {@code 42["event"]}, {@code 451-["file"]}, {@code 42/chat,13["x"]}).
 */
final class JsonPrefix {
    private static final int LIMIT = 200;

    private JsonPrefix() {}

    /** Bytes before the first bracket, or -1 when the bytes do not look like a JSON object or array. */
    static int length(byte[] bytes) {
        int end = Math.min(bytes.length, LIMIT);
        int at = blanks(bytes, bom(bytes), end);
        int digits = digits(bytes, at, end);
        if (digits > at) {
            at = digits < end && bytes[digits] == '-' ? digits + 1 : digits;
            at = namespace(bytes, at, end);
            at = digits(bytes, at, end);
        }
        return at < end && (bytes[at] == '{' || bytes[at] == '[') && isUtf8Start(bytes, at) ? at : -1;
    }

    /** The first byte that is worth showing: after a byte order mark and blanks. */
    static int visible(byte[] bytes) {
        return blanks(bytes, bom(bytes), bytes.length);
    }

    private static int bom(byte[] bytes) {
        return bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF ? 3
                : 0;
    }

    private static int blanks(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
            at++;
        }
        return at;
    }

    private static int digits(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at;
    }

    private static int namespace(byte[] bytes, int from, int end) {
        if (from >= end || bytes[from] != '/') {
            return from;
        }
        int at = from;
        while (at < end && bytes[at] != ',') {
            at++;
        }
        return at < end ? at + 1 : from;
    }

    /** A parser takes a byte order mark or a zero byte in front for UTF-16 or UTF-32, which a WebSocket never carries as text. */
    static boolean isUtf8Start(byte[] bytes, int at) {
        for (int i = at; i < Math.min(bytes.length, at + 4); i++) {
            if (bytes[i] == 0 || i < at + 2 && (bytes[i] == (byte) 0xFE || bytes[i] == (byte) 0xFF)) {
                return false;
            }
        }
        return true;
    }
}
