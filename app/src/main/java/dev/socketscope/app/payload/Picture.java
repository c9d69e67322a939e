package dev.socketscope.app.payload;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Formats of pictures, by their first bytes. */
enum Picture {
    PNG(true, 0, "\u0089PNG\r\n\u001a\n"),
    JPEG(true, 0, "\u00ff\u00d8\u00ff"),
    GIF(true, 0, "GIF8"),
    BMP(true, 0, "BM"),
    WEBP(false, 8, "WEBP"),
    AVIF(false, 4, "ftypavif");

    private final boolean shown;
    private final int offset;
    private final byte[] signature;

    Picture(boolean shown, int offset, String signature) {
        this.shown = shown;
        this.offset = offset;
        this.signature = signature.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Whether the window can draw it. */
    boolean shown() {
        return shown;
    }

    /** How names of files of it end: {@code .png}. */
    String suffix() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    static Optional<Picture> of(byte[] bytes) {
        return Stream.of(values())
                .filter(one -> bytes.length > one.offset + one.signature.length && Arrays.equals(one.signature, 0,
                        one.signature.length, bytes, one.offset, one.offset + one.signature.length))
                .filter(one -> one != BMP || isBitmap(bytes))
                .findFirst();
    }

    /** Two letters alone are too few: the header says how long the file is. */
    private static boolean isBitmap(byte[] bytes) {
        int length = bytes.length < 26 ? 0
                : bytes[2] & 0xFF | (bytes[3] & 0xFF) << 8 | (bytes[4] & 0xFF) << 16 | (bytes[5] & 0xFF) << 24;
        return length == bytes.length;
    }
}
