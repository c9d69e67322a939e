package dev.socketscope.app.payload;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What to look for in bytes.
 *
 * @param exact whether the case of letters matters
 */
record Needle(byte[] bytes, boolean exact) {
    private static final Pattern HEX = Pattern.compile("(?:0x)?(?:[0-9a-fA-F]{2}[ ,:]?)+");

    /** Text, or in the hex view also pairs of hex digits: {@code 1f 8b}, {@code 0x1f8b}. */
    static Needle of(String text, PayloadTab tab) {
        String plain = text.strip();
        boolean hex = tab == PayloadTab.HEX && HEX.matcher(plain).matches()
                && (plain.startsWith("0x") || plain.indexOf(' ') > 0 || plain.length() == 2);
        return hex ? new Needle(HexFormat.of().parseHex(plain.replaceFirst("^0x", "").replaceAll("[ ,:]", "")), true)
                : new Needle(text.getBytes(StandardCharsets.UTF_8), false);
    }
}
