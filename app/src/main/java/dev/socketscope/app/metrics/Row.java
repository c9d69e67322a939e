package dev.socketscope.app.metrics;

import dev.socketscope.engine.prometheus.FamilyHistory;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list: a topic's heading, or a family.
 *
 * @param family null for a heading
 */
record Row(String title, @Nullable FamilyHistory family) {}
