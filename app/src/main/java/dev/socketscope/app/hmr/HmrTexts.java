package dev.socketscope.app.hmr;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.HmrStatus;
import dev.socketscope.engine.api.HmrStatus.BuildError;
import dev.socketscope.engine.api.HmrStatus.Change;
import dev.socketscope.engine.api.HmrStatus.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What is said about queues, changes and errors. */
final class HmrTexts {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT)
            .withZone(ZoneId.systemDefault());
    private static final int BOUND = 50;
    private static final int LONGEST_PATH = 90;

    private HmrTexts() {}

    /** {@code 4 of 50 · oldest expires in 22 s}; empty when nothing waits. */
    static String queue(List<Waiting> queue, Instant now) {
        return queue.stream()
                .map(Waiting::expires)
                .min(Comparator.naturalOrder())
                .map(first -> Strings.of("hmr.queue", Units.count(queue.size()), Units.count(BOUND), left(first, now)))
                .orElse("");
    }

    /** {@code ws_7e02 · vite · client away 42 s}. */
    static String about(Page page, Instant now) {
        String known = page.id() + " · " + page.status().dialect();
        return page.away() == null ? known
                : known + " · " + Strings.of("hmr.away", Units.span(Duration.between(page.away(), now)));
    }

    /** {@code 12 applied · median 41.0 ms · slowest 90.0 ms · 1 never applied}; empty when nothing was sent. */
    static String summary(List<Change> history) {
        List<Duration> applied = history.stream().map(Change::applied).filter(Objects::nonNull).sorted().toList();
        List<String> words = new ArrayList<>();
        if (!applied.isEmpty()) {
            words.add(Strings.of("hmr.summary.applied", Units.count(applied.size()),
                    millis(applied.get(applied.size() / 2)), millis(applied.getLast())));
        }
        long never = history.stream().filter(change -> change.outcome() == HmrStatus.Outcome.NEVER_FETCHED).count();
        if (never > 0) {
            words.add(Strings.of("hmr.summary.never", Units.count(never)));
        }
        return String.join(" · ", words);
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
        return change.applied() == null ? Units.NOTHING : millis(change.applied());
    }

    private static String millis(Duration time) {
        return Units.millis(time.toNanos() / 1_000) + " ms";
    }

    static String outcome(Change change) {
        return Strings.of("hmr.outcome." + change.outcome().name().toLowerCase(Locale.ROOT));
    }

    /** {@code /src/App.jsx:12:49}; what is not known is left out. */
    static String place(BuildError error) {
        return shortPath(error.file()) + (error.line() == 0 ? "" : ":" + error.line())
                + (error.line() == 0 || error.column() == 0 ? "" : ":" + error.column());
    }

    /** The end of a path tells more than its beginning. */
    private static String shortPath(String file) {
        return file.length() <= LONGEST_PATH ? file : "…" + file.substring(file.length() - LONGEST_PATH);
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
