package dev.socketscope.engine.api;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Bytes that people write as text, or in hex as {@code hex:0a0b}. */
final class HexText {
    private static final String PREFIX = "hex:";
    private static final Pattern PAIRS = Pattern.compile("(?:[0-9A-Fa-f]{2})+");

    private HexText() {}

    static void check(String key, String value) {
        if (value.startsWith(PREFIX) && !PAIRS.matcher(digits(value)).matches()) {
            throw FaultChecks.unfit(key, '"' + value + '"', "pairs of hexadecimal digits after hex:");
        }
    }

    static byte[] bytes(String value) {
        return value.startsWith(PREFIX)
                ? HexFormat.of().parseHex(digits(value))
                : value.getBytes(StandardCharsets.UTF_8);
    }

    private static String digits(String value) {
        return value.substring(PREFIX.length()).replace(" ", "");
    }
}
