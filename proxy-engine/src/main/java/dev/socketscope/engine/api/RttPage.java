package dev.socketscope.engine.api;

import java.util.List;

/**
 * Round trips of the engine's own pings on one leg, for one reader.
 *
 * @param missed samples that were dropped before the reader came
 * @param samples oldest first
 * @param next what to ask for next: pass it as {@code after}
 */
public record RttPage(long missed, List<Sample> samples, long next) {
    public static final RttPage NOTHING = new RttPage(0, List.of(), 0);

    /**
     * @param atMicros when the ping was sent, microseconds since the epoch
     * @param micros from the ping's last byte handed to the kernel to the pong's last byte read; -1 when none came in time
     */
    public record Sample(long atMicros, long micros) {
        public static final long NO_PONG = -1;

        public boolean answered() {
            return micros >= 0;
        }
    }
}
