package dev.socketscope.engine.scenario;

import java.time.Duration;
import java.time.Instant;

/** The clock on which a scenario is played. */
public interface Pace {
    /** Nanoseconds from any fixed moment; never goes back. */
    long nanos();

    /** The time of day. */
    Instant now();

    /**
     * Lets time pass.
     *
     * @return false when the scenario has to end now
     */
    boolean pass(Duration span) throws InterruptedException;
}
