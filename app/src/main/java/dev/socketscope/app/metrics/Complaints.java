package dev.socketscope.app.metrics;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.prometheus.History;
import dev.socketscope.engine.prometheus.Mistake;
import dev.socketscope.engine.prometheus.Scrape;
import java.util.ArrayList;
import java.util.List;

/** What could not be shown of a scrape, in words. */
final class Complaints {
    private static final int TOLD = 2;

    private Complaints() {}

    /** @param refused series for which there was no room */
    static List<String> of(Scrape scrape, int refused) {
        List<String> words = new ArrayList<>();
        if (scrape.wrongLines() > 0) {
            String first = String.join("; ", scrape.mistakes().stream().limit(TOLD).map(Mistake::toString).toList());
            words.add(Strings.of(scrape.wrongLines() == 1 ? "metrics.wrong.one" : "metrics.wrong",
                    Units.count(scrape.wrongLines()), first));
        }
        if (scrape.left() > 0) {
            words.add(Strings.of("metrics.left", Units.count(scrape.left()), Units.count(Scrape.MOST_SAMPLES)));
        }
        if (refused > 0) {
            words.add(Strings.of("metrics.refused", Units.count(refused), Units.count(History.MOST_SERIES)));
        }
        return words;
    }
}
