package dev.socketscope.engine.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes values in MessagePack, so that the demo has binary messages that mean something. Source: the msgpack specification. */
final class MessagePack {
    private static final int NIL = 0xC0;
    private static final int FALSE = 0xC2;
    private static final int FLOAT_64 = 0xCB;
    private static final int INT_32 = 0xD2;
    private static final int INT_64 = 0xD3;

    private MessagePack() {}

    /**
     * The value in MessagePack.
     *
     * @param value maps, lists, strings, booleans, numbers and null; nothing else, and no more than 65,535 elements each
     */
    static byte[] bytes(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(value, new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private static void write(Object value, DataOutputStream out) throws IOException {
        switch (value) {
            case null -> out.writeByte(NIL);
            case Boolean yes -> out.writeByte(yes ? FALSE + 1 : FALSE);
            case String text -> text(text.getBytes(StandardCharsets.UTF_8), out);
            case Double number -> floating(number, out);
            case Number number -> integer(number.longValue(), out);
            case List<?> list -> list(list, out);
            case Map<?, ?> map -> map(map, out);
            default -> throw new IllegalArgumentException("no MessagePack for " + value.getClass());
        }
    }

    private static void list(List<?> list, DataOutputStream out) throws IOException {
        size(list.size(), 0x90, 15, 0xDC, out);
        for (Object element : list) {
            write(element, out);
        }
    }

    private static void map(Map<?, ?> map, DataOutputStream out) throws IOException {
        size(map.size(), 0x80, 15, 0xDE, out);
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            write(entry.getKey(), out);
            write(entry.getValue(), out);
        }
    }

    private static void text(byte[] utf8, DataOutputStream out) throws IOException {
        size(utf8.length, 0xA0, 31, 0xDA, out);
        out.write(utf8);
    }

    /** Short sizes share a byte with the type, longer ones follow as 16 bits. */
    private static void size(int size, int shortType, int shortMax, int longType, DataOutputStream out)
            throws IOException {
        if (size <= shortMax) {
            out.writeByte(shortType | size);
        } else if (size <= 0xFFFF) {
            out.writeByte(longType);
            out.writeShort(size);
        } else {
            throw new IllegalArgumentException("too many elements: " + size);
        }
    }

    private static void floating(double number, DataOutputStream out) throws IOException {
        out.writeByte(FLOAT_64);
        out.writeDouble(number);
    }

    private static void integer(long number, DataOutputStream out) throws IOException {
        if (number >= -32 && number <= 127) {
            out.writeByte((int) number);
        } else if (number == (int) number) {
            out.writeByte(INT_32);
            out.writeInt((int) number);
        } else {
            out.writeByte(INT_64);
            out.writeLong(number);
        }
    }
}
