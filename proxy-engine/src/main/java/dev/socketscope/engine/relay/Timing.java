package dev.socketscope.engine.relay;

import java.time.Duration;

/**
 * How long the engine waits for a peer that should end.
 *
 * @param silence a leg whose other leg has ended is ended too when nothing has come from it for so long
 * @param closeAnswer from a Close frame of the engine to the peer's own
 * @param fin from the engine's FIN to the peer's
 * @param head from the first byte of a request's head to its last
 */
record Timing(Duration silence, Duration closeAnswer, Duration fin, Duration head) {
    static final Timing DEFAULT = new Timing(Duration.ofSeconds(60), Duration.ofMillis(1_500),
            Duration.ofMillis(1_000));

    Timing(Duration silence, Duration closeAnswer, Duration fin) {
        this(silence, closeAnswer, fin, Duration.ofSeconds(20));
    }
}
