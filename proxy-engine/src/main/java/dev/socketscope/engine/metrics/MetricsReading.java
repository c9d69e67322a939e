package dev.socketscope.engine.metrics;

import dev.socketscope.engine.api.Counters;
import java.util.Map;

/**
 * All that {@link PrometheusText} writes, at one moment.
 *
 * @param version of the engine
 * @param counters active and all connections, traffic, errors, HTTP requests, capture, upkeep
 * @param handshakes how upgrades ended
 * @param histograms of all event loops
 * @param faultsFired how often faults acted, by type, for example {@code latency}
 * @param jvm the process
 */
public record MetricsReading(String version, Counters counters, Handshakes handshakes, HubSnapshot histograms,
        Map<String, Long> faultsFired, JvmReading jvm) {

    /**
     * Cumulative.
     *
     * @param ok reached 101
     * @param refused answered with another status by the upstream, by a rule or by a limit
     * @param failed ended without an answer: no connection, a timeout, an answer that breaks RFC 6455 §4.1
     */
    public record Handshakes(long ok, long refused, long failed) {}
}
