package dev.socketscope.app.live;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Counters;
import java.time.Instant;
import java.util.List;

/**
 * What the window knows of the engine at one moment. Immutable; entries that did not change since the state before are the same
 * objects.
 *
 * @param at when it was taken
 * @param counters cumulative
 * @param toUpstream over all connections
 * @param toClient over all connections
 * @param connections in the engine's order, oldest first
 * @param readings hot reloading and service levels
 */
public record LiveState(Instant at, Counters counters, Rates toUpstream, Rates toClient,
        List<LiveConnection> connections, RecentEvents events, Readings readings) {
    public static final LiveState NOTHING = new LiveState(Instant.EPOCH,
            new Counters(0, 0, 0, Connection.Traffic.NONE, Connection.Traffic.NONE, 0, 0, 0, 0, 0,
                    Counters.Upkeep.NONE),
            Rates.NONE,
            Rates.NONE, List.of(), RecentEvents.NONE, Readings.NONE);
}
