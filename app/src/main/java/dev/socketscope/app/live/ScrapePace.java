package dev.socketscope.app.live;

import java.util.function.BooleanSupplier;

/** Which moments of scraping are used: every one while something happens or somebody looks, else every other one. */
final class ScrapePace {
    private final BooleanSupplier rests;
    /** Any thread writes. */
    private volatile boolean watched = true;
    private boolean leftOut;

    /** @param rests whether nothing happens in the place that is scraped */
    ScrapePace(BooleanSupplier rests) {
        this.rests = rests;
    }

    /** @param now whether anybody can see what is scraped; somebody can until it is said otherwise */
    void watched(boolean now) {
        watched = now;
    }

    /** Whether to scrape now. Always called by the same thread. */
    boolean due() {
        leftOut = !leftOut && !watched && rests.getAsBoolean();
        return !leftOut;
    }
}
