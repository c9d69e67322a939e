package dev.socketscope.engine.metrics;

import dev.socketscope.engine.api.Counters;

/**
 * What the service levels are made of. All but {@code open} is cumulative since the engine started and never falls.
 *
 * @param opened upgrades that reached 101
 * @param failedHandshakes upgrades that ended without 101
 * @param reconnections legs that were lost and came back
 * @param open connections at this moment, those with a leg away included
 * @param pings sent by the engine
 * @param missedPongs pings that were not answered in time
 * @param latency time that messages spent in the engine, both directions
 */
public record Reading(long opened, long failedHandshakes, long reconnections, long open, long pings, long missedPongs,
        HistogramSnapshot latency) {
    /** An engine that has just started. */
    public static final Reading START = new Reading(0, 0, 0, 0, 0, 0, HistogramSnapshot.EMPTY);

    public static Reading of(Counters counters, HubSnapshot histograms) {
        return new Reading(counters.totalConnections(), counters.failedHandshakes(),
                counters.upkeep().reconnections(), counters.activeConnections(), counters.upkeep().pings(),
                counters.upkeep().missedPongs(), histograms.inProxy());
    }
}
