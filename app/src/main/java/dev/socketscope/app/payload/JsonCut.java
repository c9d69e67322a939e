package dev.socketscope.app.payload;

import dev.socketscope.app.controls.Ink;

/** The parts of one line of indexed JSON in the bytes: key, value, and whether a comma follows. */
final class JsonCut {
    private static final int BLANKS = 4_096;
    private final byte[] bytes;
    private final int start;
    private final int end;
    private final boolean key;
    private final int keyEnd;
    private final int valueStart;
    private final int valueEnd;
    private final boolean comma;

    JsonCut(byte[] bytes, JsonIndex index, int line) {
        this.bytes = bytes;
        start = index.start(line);
        end = index.end(line);
        int around = index.containers().around(line);
        key = start < end && bytes[start] == '"' && around != JsonContainers.NONE
                && first(index, index.containers().openLine(around)) == '{';
        keyEnd = key ? stringEnd(start) : start;
        valueStart = key ? skip(skip(keyEnd, true), false) : start;
        int last = back(end);
        comma = last > valueStart && bytes[last - 1] == ',';
        valueEnd = Math.max(valueStart, comma ? back(last - 1) : last);
    }

    int start() {
        return start;
    }

    boolean hasKey() {
        return key;
    }

    /** After the key's closing quote. */
    int keyEnd() {
        return keyEnd;
    }

    int valueStart() {
        return valueStart;
    }

    /** After the value's last byte; for the line that begins a container, after its bracket. */
    int valueEnd() {
        return valueEnd;
    }

    boolean comma() {
        return comma;
    }

    /** First byte of the value. */
    int firstByte() {
        return valueStart < end ? bytes[valueStart] : 0;
    }

    Ink ink() {
        return switch (firstByte()) {
            case '"' -> Ink.STRING;
            case 't', 'f', 'n' -> Ink.LITERAL;
            case '{', '}', '[', ']' -> Ink.PUNCTUATION;
            default -> Ink.NUMBER;
        };
    }

    /** The bracket that a line begins a container with, past its key if it has one. */
    private int first(JsonIndex index, int line) {
        int at = index.start(line);
        if (bytes[at] == '"') {
            at = skip(skip(stringEnd(at), true), false);
        }
        return at < bytes.length ? bytes[at] : 0;
    }

    private int stringEnd(int from) {
        int at = from + 1;
        while (at < bytes.length && bytes[at] != '"') {
            at += bytes[at] == '\\' ? 2 : 1;
        }
        return Math.min(bytes.length, at + 1);
    }

    /** Past blanks and, if wanted, one colon. */
    private int skip(int from, boolean colon) {
        int at = from;
        while (at < bytes.length && isBlank(bytes[at])) {
            at++;
        }
        return colon && at < bytes.length && bytes[at] == ':' ? at + 1 : at;
    }

    private int back(int from) {
        int at = from;
        while (at > start && from - at < BLANKS && isBlank(bytes[at - 1])) {
            at--;
        }
        return at;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }
}
