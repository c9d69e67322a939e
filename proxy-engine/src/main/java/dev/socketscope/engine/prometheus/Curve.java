package dev.socketscope.engine.prometheus;

import java.util.SortedMap;

/**
 * A line over time that was made of a family's values.
 *
 * @param labels what tells it from others; values of {@code le} and {@code quantile} are left out
 * @param part {@code p50}, {@code p95}, {@code p99} or a quantile; empty for a whole
 * @param points at the times of the scrapes; those between which nothing came have none
 */
public record Curve(SortedMap<String, String> labels, String part, Points points) {
    /** For people; empty when there is nothing to tell it from. */
    public String title() {
        String text = SeriesId.text(labels);
        return part.isEmpty() ? text : text.isEmpty() ? part : text + " " + part;
    }
}
