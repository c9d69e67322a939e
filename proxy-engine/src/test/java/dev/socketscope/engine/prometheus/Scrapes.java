package dev.socketscope.engine.prometheus;

/** A history that is filled with one text a second. */
final class Scrapes {
    private static final long SECOND = 1_000_000;

    final History history = new History();
    private long now;

    /** @param lines without the feed at the end */
    Scrapes then(String... lines) {
        now += SECOND;
        Scrape scrape = MetricsReader.read(MetricsText.plain(String.join("\n", lines) + "\n"));
        if (!scrape.mistakes().isEmpty()) {
            throw new AssertionError(scrape.mistakes());
        }
        history.add(now, scrape);
        return this;
    }

    FamilyHistory family(String name) {
        return history.family(name).orElseThrow();
    }
}
