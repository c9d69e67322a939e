package dev.socketscope.app.bench;

import dev.socketscope.app.payload.PayloadTab;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Seeded payloads of a certain size. */
final class Content {
    private Content() {}

    static byte[] of(PayloadTab tab, int size) {
        return switch (tab) {
            case JSON -> repeat("[",
                    "{\"sensor\":\"kiln-3\",\"celsius\":812.4,\"ok\":true,\"tags\":[\"a\",\"b\"],\"note\":null},", "0]",
                    size);
            case TEXT -> repeat("", "2026-11-23T12:41:07.204113Z INFO kiln-3 heated to 812.4 °C in 31 s\n", "", size);
            case HEX, DECODED, DIFF, IMAGE -> random(size);
        };
    }

    private static byte[] repeat(String head, String part, String tail, int size) {
        byte[] bytes = new byte[size];
        byte[] piece = part.getBytes(StandardCharsets.UTF_8);
        int at = copy(head, bytes, 0);
        while (at + piece.length + tail.length() <= size) {
            System.arraycopy(piece, 0, bytes, at, piece.length);
            at += piece.length;
        }
        return Arrays.copyOf(bytes, copy(tail, bytes, at));
    }

    private static int copy(String text, byte[] into, int at) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, into, at, bytes.length);
        return at + bytes.length;
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
