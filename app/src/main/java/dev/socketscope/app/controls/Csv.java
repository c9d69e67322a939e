package dev.socketscope.app.controls;

import java.util.List;
import java.util.stream.Collectors;

/** Tables for other programs (RFC 4180). */
public final class Csv {
    private Csv() {}

    /** A line with its end. */
    public static String line(List<String> fields) {
        return fields.stream().map(Csv::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** In quotes where it has to be. */
    private static String field(String text) {
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
