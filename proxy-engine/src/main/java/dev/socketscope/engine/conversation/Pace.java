package dev.socketscope.engine.conversation;

import java.time.Duration;

/**
 * When messages are sent.
 *
 * @param ordered whether each waits until as many messages of the other side have come as had come before it; else it comes as long after the first
 *        one as it did
 * @param speed so many times faster than it was, above 0; means nothing when ordered
 * @param patience how long a message of the other side is waited for
 */
public record Pace(boolean ordered, double speed, Duration patience) {
    public Pace {
        if (!(speed > 0) || speed > 1_000_000) {
            throw new IllegalArgumentException("speed: expected above 0, at most 1000000");
        }
    }
}
