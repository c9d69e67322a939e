package dev.socketscope.engine.conversation;

import java.time.Duration;

/**
 * When messages are sent.
 *
 * @param ordered whether each waits until as many messages of the other side have come as had come before it; else it comes as long after the first
 *        one as it did
 * @param speed so many times faster than it was, {@link #SLOWEST} to {@link #FASTEST}; means nothing when ordered
 * @param patience how long a message of the other side is waited for
 */
public record Pace(boolean ordered, double speed, Duration patience) {
    public static final double SLOWEST = 0.001;
    public static final double FASTEST = 1_000_000;

    public Pace {
        if (!(speed >= SLOWEST && speed <= FASTEST)) {
            throw new IllegalArgumentException("speed: expected a number from 0.001 to 1000000");
        }
    }
}
