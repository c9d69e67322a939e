/**
 * What the engine measures beyond plain counters: histograms that event loops write and anybody reads, round trips, the four
 * service levels with their alerts, and the text that Prometheus scrapes. Pure: no clock, no thread, no socket of its own.
 */
@NullMarked
package dev.socketscope.engine.metrics;

import org.jspecify.annotations.NullMarked;
