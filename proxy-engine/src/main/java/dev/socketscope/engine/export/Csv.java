package dev.socketscope.engine.export;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines of tables for spreadsheets (RFC 4180). What a peer sent must stay text there: a cell that a spreadsheet would take for a formula
 * begins with an apostrophe.
 */
public final class Csv {
    private static final String FORMULAS = "=+-@\t\r＝＋－＠";

    private Csv() {}

    /** A line with its end. */
    public static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String harmless = !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
