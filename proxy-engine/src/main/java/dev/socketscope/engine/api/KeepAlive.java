package dev.socketscope.engine.api;

import java.time.Duration;

/**
 * The engine's own pings (RFC 6455 §5.5.2). Pongs that answer them are not passed on; the peers' own pings are not touched.
 *
 * @param pingInterval from one ping to the next
 * @param pongTimeout how long a pong may take before it counts as missed
 * @param maxMissedPongs so many missed in a row and the leg counts as dead; 1 or more
 * @param legs which peers are pinged
 */
public record KeepAlive(Duration pingInterval, Duration pongTimeout, int maxMissedPongs, Legs legs) {
    public static final KeepAlive DEFAULT = new KeepAlive(Duration.ofSeconds(30), Duration.ofSeconds(10), 2, Legs.BOTH);
    public static final KeepAlive OFF = new KeepAlive(DEFAULT.pingInterval, DEFAULT.pongTimeout, 2, Legs.NONE);

    /** Which legs are pinged. */
    public enum Legs {
        BOTH, CLIENT, UPSTREAM, NONE;

        public boolean includes(Leg leg) {
            return this == BOTH || name().equals(leg.name());
        }
    }
}
