package dev.socketscope.engine.prometheus;

import java.util.Map;

/**
 * One value of a scrape.
 *
 * @param id which one
 * @param value may be NaN or infinite
 */
public record Sample(SeriesId id, double value) {
    public String name() {
        return id.name();
    }

    public Map<String, String> labels() {
        return id.labels();
    }
}
