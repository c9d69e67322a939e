package dev.socketscope.engine.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An armed fault as it is at one moment.
 *
 * @param fired how often it has acted; for {@code latency}, {@code bandwidth}, {@code slice} and {@code black-hole}, on how many
 *        directions of connections it has taken hold
 * @param lastFiredAt null while it has not
 * @param expiresAt when it is disarmed by itself; null when it is not
 */
public record FaultStatus(ArmedFault armed, long fired, @Nullable Instant lastFiredAt, @Nullable Instant expiresAt) {}
