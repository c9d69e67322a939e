package dev.socketscope.engine.api;

import java.time.Duration;

/**
 * Faults of the bytes of one direction, or of both, each for itself. They neither change bytes nor their order, know nothing of
 * messages, and last: a connection that one has taken hold of keeps it until the fault is disarmed.
 */
public sealed interface TransportFault extends FaultSpec {
    /**
     * Every read is kept back.
     *
     * @param jitter spread, up to the delay; see {@link Distribution}
     */
    record Latency(Duration delay, Duration jitter, Distribution distribution) implements TransportFault {
        public Latency {
            FaultChecks.delay("delay", delay);
            FaultChecks.jitter(jitter, delay);
        }
    }

    /** How delays are spread, each with the mean {@code delay}; none is below 0. */
    enum Distribution {
        /** Evenly from {@code delay − jitter} to {@code delay + jitter}. */
        UNIFORM,
        /** Normal with the standard deviation {@code jitter}; where that would go below 0, it is 0, and the mean a little higher. */
        NORMAL,
        /** Pareto with α = 3, moved and scaled to the standard deviation {@code jitter}: few are early, some are very late. */
        PARETO
    }

    /**
     * No more than so many bytes in a second.
     *
     * @param bytesPerSecond 1 to 2⁴⁰
     */
    record Bandwidth(long bytesPerSecond) implements TransportFault {
        public Bandwidth {
            FaultChecks.number("bytesPerSecond", bytesPerSecond, 1, 1L << 40);
        }
    }

    /**
     * Writes are cut into pieces.
     *
     * @param bytes of one piece, 1 to 1 MiB
     * @param delay from one piece to the next; 0 for none
     */
    record Slice(int bytes, Duration delay) implements TransportFault {
        public Slice {
            FaultChecks.number("bytes", bytes, 1, 1 << 20);
            FaultChecks.span("delay", delay, FaultChecks.NONE, FaultChecks.LONGEST_DELAY);
        }
    }

    /** The link stays connected and delivers nothing; after disarming it delivers what has waited. */
    record BlackHole() implements TransportFault {}

    /**
     * After so many bytes of one direction both legs end without a Close frame.
     *
     * @param bytes 1 to 2⁴⁰, counted from the moment the fault takes hold; bytes beyond them are lost
     */
    record MaxBytes(long bytes) implements TransportFault {
        public MaxBytes {
            FaultChecks.number("bytes", bytes, 1, 1L << 40);
        }
    }
}
