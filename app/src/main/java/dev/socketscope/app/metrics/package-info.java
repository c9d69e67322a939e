/** Metrics over time: of the engine, or of any endpoint that Prometheus could scrape. */
@NullMarked
package dev.socketscope.app.metrics;

import org.jspecify.annotations.NullMarked;
