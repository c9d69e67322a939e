package dev.socketscope.engine.scenario;

import java.time.Duration;
import java.time.Instant;

/** The clock on which a scenario is played; time as it passes, unless it says otherwise. */
@FunctionalInterface
public interface Pace {
    /** Nanoseconds from any fixed moment; never goes back. */
    default long nanos() {
        return System.nanoTime();
    }

    /** The time of day. */
    default Instant now() {
        return Instant.now();
    }

    /**
     * Lets time pass.
     *
     * @return false when the scenario has to end now
     */
    boolean pass(Duration span) throws InterruptedException;
}
