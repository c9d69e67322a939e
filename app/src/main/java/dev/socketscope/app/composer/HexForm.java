package dev.socketscope.app.composer;

import java.util.HexFormat;
import java.util.OptionalInt;

/** Bytes as people edit them: pairs of hex digits, sixteen in a line. */
final class HexForm {
    private static final int WIDTH = 16;
    private static final HexFormat HEX = HexFormat.of();

    private HexForm() {}

    static String of(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length * 3);
        for (int i = 0; i < bytes.length; i++) {
            if (i > 0) {
                text.append(i % WIDTH == 0 ? '\n' : ' ');
            }
            HEX.toHexDigits(text, bytes[i]);
        }
        return text.toString();
    }

    /** Index of the first character that is neither a hex digit nor a blank; empty when there is none. */
    static OptionalInt mistake(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!HexFormat.isHexDigit(c) && !Character.isWhitespace(c)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** Blanks may stand anywhere; an odd number of digits gives an {@link IllegalArgumentException}. */
    static byte[] read(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        text.chars().filter(c -> !Character.isWhitespace(c)).forEach(c -> digits.append((char) c));
        return HEX.parseHex(digits);
    }
}
