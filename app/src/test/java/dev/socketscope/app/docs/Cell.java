package dev.socketscope.app.docs;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parts of tables in Markdown. */
final class Cell {
    private Cell() {}

    static String row(String... cells) {
        return Stream.of(cells).collect(Collectors.joining(" | ", "| ", " |\n")).replaceAll("\\|  (?=\\|)", "| ");
    }

    static String head(String... cells) {
        return row(cells) + "|---".repeat(cells.length) + "|\n";
    }

    /** Text that may hold signs with a meaning in Markdown. */
    static String plain(String text) {
        return text.replaceAll("([\\\\|*<\\[`])", "\\\\$1");
    }

    static String code(String text) {
        return "`" + text.replace("|", "\\|") + "`";
    }

    static String codes(Stream<String> texts) {
        return texts.map(Cell::code).collect(Collectors.joining(", "));
    }
}
