package dev.socketscope.engine.api;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where whole messages are held until somebody lets them go on, as they are or edited, or drops them.
 *
 * @param match which messages; every selector has a meaning
 * @param holdFor 100 ms to 1 h; a message on which nobody has decided by then goes on unchanged
 * @param count it holds so many messages, on all connections together, and is cleared when the last of them has gone; null for
 *        no limit
 * @param label a name for people; may be empty
 */
public record Breakpoint(FaultMatch match, Duration holdFor, @Nullable Integer count, String label) {
    public static final Duration USUAL_HOLD = Duration.ofSeconds(60);
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofHours(1);

    /** @throws InvalidFaultException when a value is out of range */
    public Breakpoint {
        FaultChecks.span("holdFor", holdFor, SHORTEST, LONGEST);
        FaultChecks.count(count);
        FaultChecks.label(label);
    }

    /** Holds every message that the selectors leave. */
    public static Breakpoint on(FaultMatch match) {
        return new Breakpoint(match, USUAL_HOLD, null, "");
    }

    public Breakpoint holding(Duration time) {
        return new Breakpoint(match, time, count, label);
    }

    public Breakpoint times(int most) {
        return new Breakpoint(match, holdFor, most, label);
    }

    public Breakpoint called(String name) {
        return new Breakpoint(match, holdFor, count, name);
    }
}
