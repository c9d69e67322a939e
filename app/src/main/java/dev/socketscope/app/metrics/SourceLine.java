package dev.socketscope.app.metrics;

import dev.socketscope.app.controls.Chip;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.Metrics.Attempt;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How it stands with the place that is scraped: a chip with a word, and a sentence. */
record SourceLine(String word, String tone, String sentence) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT)
            .withZone(ZoneId.systemDefault());

    /** @param interval between two scrapes */
    static SourceLine of(MetricsModel model, Duration interval) {
        Attempt last = model.last();
        if (last == Attempt.NONE) {
            return new SourceLine(Strings.of("metrics.waiting"), "quiet", "");
        }
        if (last.failure().isEmpty()) {
            return new SourceLine(Strings.of("metrics.live"), "open",
                    Strings.of("metrics.live.text", Units.count(last.scrape().samples()), Units.span(interval),
                            Units.millis(last.took().toNanos() / 1_000)));
        }
        Attempt good = model.lastGood();
        return good == Attempt.NONE
                ? new SourceLine(Strings.of("metrics.unreachable"), "broken", tried(model, interval))
                : new SourceLine(Strings.of("metrics.stale"), "held", Strings.of("metrics.stale.text",
                        Units.span(Duration.between(good.at(), last.at())), tried(model, interval)));
    }

    private static String tried(MetricsModel model, Duration interval) {
        return Strings.of(model.failed() == 1 ? "metrics.tried.once" : "metrics.tried", model.last().failure(),
                Units.count(model.failed()), TIME.format(model.failingSince()), Units.span(interval));
    }

    void show(Chip chip) {
        chip.show(word, tone);
    }
}
