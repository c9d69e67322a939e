package dev.socketscope.engine.api;

import java.time.Duration;

/**
 * What may wait in one direction of a connection while the peer is away; the oldest go first.
 *
 * @param maxMessages how many messages
 * @param maxAge a message that has waited longer is dropped
 * @param maxBytes payload of all of them together
 */
public record BufferBounds(int maxMessages, Duration maxAge, long maxBytes) {
    public static final BufferBounds DEFAULT = new BufferBounds(100, Duration.ofSeconds(60), 8L << 20);
}
