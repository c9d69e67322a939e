/**
 * Metrics as others write them: Prometheus' text format 0.0.4 and OpenMetrics 1.0 read with exact errors, what was read kept over
 * time, and rates, percentiles and service levels made of it. Pure but for {@link dev.socketscope.engine.prometheus.Endpoint}, which
 * asks by HTTP.
 */
@NullMarked
package dev.socketscope.engine.prometheus;

import org.jspecify.annotations.NullMarked;
