package dev.socketscope.app.hmr;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.HmrStatus.BuildError;
import dev.socketscope.engine.api.HmrStatus.Change;
import dev.socketscope.engine.api.HmrStatus.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What is said about queues, changes and errors. */
final class HmrTexts {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT)
            .withZone(ZoneId.systemDefault());
    private static final int BOUND = 50;

    private HmrTexts() {}

    /** {@code 4 of 50 · oldest expires in 22 s}; empty when nothing waits. */
    static String queue(List<Waiting> queue, Instant now) {
        return queue.stream()
                .map(Waiting::expires)
                .min(Comparator.naturalOrder())
                .map(first -> Strings.of("hmr.queue", Units.count(queue.size()), Units.count(BOUND), left(first, now)))
                .orElse("");
    }

    static String waited(Waiting waiting, Instant now) {
        return Units.span(Duration.between(waiting.since(), now));
    }

    static String left(Instant end, Instant now) {
        return Units.span(now.isAfter(end) ? Duration.ZERO : Duration.between(now, end));
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    static String applied(Change change) {
        return change.applied() == null ? Units.NOTHING : Units.millis(change.applied().toNanos() / 1_000) + " ms";
    }

    static String outcome(Change change) {
        return Strings.of("hmr.outcome." + change.outcome().name().toLowerCase(Locale.ROOT));
    }

    /** {@code /src/App.jsx:12:49}; what is not known is left out. */
    static String place(BuildError error) {
        return error.file() + (error.line() == 0 ? "" : ":" + error.line())
                + (error.line() == 0 || error.column() == 0 ? "" : ":" + error.column());
    }

    /** Everything about an error, for a chat or an issue. */
    static String copy(BuildError error) {
        return String.join("\n", List.of(error.message(), place(error), error.frame(), error.stack()))
                .replaceAll("\n{2,}", "\n");
    }

    /** A style class for a kind of update. */
    static String tone(String kind) {
        return kind.startsWith("full") ? "held" : kind.endsWith("update") ? "open" : "quiet";
    }

    static String tone(Change change) {
        return switch (change.outcome()) {
            case PENDING -> "accent";
            case APPLIED -> "open";
            case NEVER_FETCHED -> "broken";
            case NOT_TRACKED -> "quiet";
        };
    }
}
