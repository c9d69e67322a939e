package dev.socketscope.engine.prometheus;

import java.util.List;

/**
 * The metrics of one name in one scrape.
 *
 * @param name as text 0.0.4 has it, so a counter's ends in {@code _total} in both formats if it does in one
 * @param unit empty when nobody has said
 * @param help one sentence; empty when nobody has said
 * @param samples in the order of the text; times of creation are left out
 */
public record MetricFamily(String name, MetricType type, String unit, String help, List<Sample> samples) {}
