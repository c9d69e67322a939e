package dev.socketscope.engine.resume;

import dev.socketscope.engine.api.Reconnect;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before dialling again. Attempt <i>n</i>, counted from 1, waits its base, {@code min(initialDelay ×
 * multiplier^(n-1), maxDelay)}, and a random part of {@code jitter × base} on top: the jitter may exceed {@code maxDelay}, or
 * clients whose base has reached it would all come back at the same moment. Immutable; any thread.
 */
public record Backoff(Reconnect reconnect) {

    /** The wait before attempt {@code attempt} without jitter. @throws IllegalArgumentException when attempt is below 1 */
    public Duration base(int attempt) {
        if (attempt < 1) {
            throw new IllegalArgumentException("attempt " + attempt + ": expected 1 or more");
        }
        double nanos = reconnect.initialDelay().toNanos() * Math.pow(reconnect.multiplier(), attempt - 1.0);
        // A large power is infinite in floating point; compared before it becomes a Duration it is just "beyond the bound".
        return nanos >= reconnect.maxDelay().toNanos() ? reconnect.maxDelay() : Duration.ofNanos((long) nanos);
    }

    /** How much may be added to the base: the delay stays below {@code base + jitterBound}, or equals base when this is zero. */
    public Duration jitterBound(int attempt) {
        return Duration.ofNanos((long) (base(attempt).toNanos() * reconnect.jitter()));
    }

    /** The wait before attempt {@code attempt}: base plus an evenly distributed part of the jitter bound. */
    public Duration delay(int attempt, RandomGenerator random) {
        long bound = jitterBound(attempt).toNanos();
        return bound == 0 ? base(attempt) : base(attempt).plusNanos(random.nextLong(bound));
    }

    /** Whether attempt {@code attempt}, counted from 1, is still to be made. */
    public boolean allows(int attempt) {
        return attempt <= reconnect.maxAttempts();
    }
}
