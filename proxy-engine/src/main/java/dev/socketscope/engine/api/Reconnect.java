package dev.socketscope.engine.api;

import java.time.Duration;

/**
 * When a lost upstream is dialled again: attempt <i>n</i> waits {@code min(initialDelay × multiplier^(n-1), maxDelay)}, and up to
 * {@code jitter} of that on top.
 *
 * @param initialDelay before the first attempt
 * @param maxDelay bound of the delay without jitter
 * @param multiplier 1 or more
 * @param jitter 0 to 1
 * @param maxAttempts 1 or more; then the connection ends
 */
public record Reconnect(Duration initialDelay, Duration maxDelay, double multiplier, double jitter, int maxAttempts) {
    public static final Reconnect DEFAULT = new Reconnect(Duration.ofSeconds(1), Duration.ofSeconds(30), 2, 0.3, 10);
}
