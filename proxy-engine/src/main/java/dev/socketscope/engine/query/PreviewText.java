package dev.socketscope.engine.query;

import dev.socketscope.engine.api.FrameRow;
import java.util.HexFormat;

/** Makes one safe line of text or bytes. */
final class PreviewText {
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");
    private static final int HEX_BYTES = (FrameRow.PREVIEW_CHARS + 1) / 3;
    private static final char SUBSTITUTE = '\u2426';

    private PreviewText() {}

    /** Hex pairs, as many as a preview has room for. */
    static String hex(byte[] bytes, int length) {
        return HEX.formatHex(bytes, 0, Math.min(length, HEX_BYTES));
    }

    /** The text's beginning on one line; what has no shape of its own is drawn as a Unicode control picture. */
    static String line(String text) {
        int end = Math.min(text.length(), FrameRow.PREVIEW_CHARS);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        for (int i = 0; i < end; i++) {
            if (visible(text.charAt(i)) != text.charAt(i)) {
                return redrawn(text, end);
            }
        }
        return text.substring(0, end);
    }

    private static String redrawn(String text, int end) {
        char[] line = new char[end];
        for (int i = 0; i < end; i++) {
            line[i] = visible(text.charAt(i));
        }
        return new String(line);
    }

    static boolean isPrintable(String text) {
        return text.chars().allMatch(c -> visible((char) c) == c);
    }

    private static char visible(char c) {
        if (c < 0x20) {
            return (char) ('\u2400' + c);
        }
        if (c < 0x7F) {
            return c;
        }
        return c == 0x7F ? '\u2421' : isHarmless(c) ? c : SUBSTITUTE;
    }

    /** Line separators and marks that turn the writing direction would disturb the rows around. */
    private static boolean isHarmless(char c) {
        return c >= 0xA0 && !(c >= '\u2028' && c <= '\u202E') && !(c >= '\u2066' && c <= '\u2069')
                && c != '\u200E' && c != '\u200F' && c != '\uFEFF';
    }
}
