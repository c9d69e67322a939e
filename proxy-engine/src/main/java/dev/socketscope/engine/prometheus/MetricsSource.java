package dev.socketscope.engine.prometheus;

import java.io.IOException;

/** Where metrics come from. */
@FunctionalInterface
public interface MetricsSource {
    /**
     * Asks for them now, and waits for the answer.
     *
     * @throws IOException when they cannot be had; the message says why in one sentence
     */
    MetricsText scrape() throws IOException, InterruptedException;
}
