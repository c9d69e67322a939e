package dev.socketscope.app.log;

import dev.socketscope.app.controls.LogColumn;
import dev.socketscope.app.controls.Strings;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The columns of the log. */
final class LogColumnsOfLines {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT)
            .withZone(ZoneId.systemDefault());

    private LogColumnsOfLines() {}

    static List<LogColumn<LogLine>> all() {
        return List.of(column("time", 110, line -> TIME.format(line.line().at()), line -> "muted"),
                column("category", 96, line -> line.line().category(), LogColumnsOfLines::tone),
                column("message", 190, line -> line.line().message(), line -> "log-message"),
                column("data", 500, line -> line.line().json(), line -> "muted"));
    }

    private static LogColumn<LogLine> column(String id, double width, Function<LogLine, String> text,
            Function<LogLine, String> tone) {
        return new LogColumn<>("log-" + id, Strings.of("log.column." + id), Strings.of("log.column." + id + ".help"),
                width, 60, () -> new TextCell(text, tone));
    }

    private static String tone(LogLine line) {
        return switch (line.line().category()) {
            case "error", "limit" -> "log-broken";
            case "close", "reconnect", "alert" -> "log-reconnecting";
            case "fault", "hold", "buffer" -> "log-held";
            case "upgrade", "engine" -> "log-open";
            case "message", "hmr", "replay" -> "log-accent";
            default -> "log-quiet";
        };
    }
}
