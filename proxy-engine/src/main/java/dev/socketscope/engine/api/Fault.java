package dev.socketscope.engine.api;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A disturbance as somebody asks for it.
 *
 * @param spec what it does
 * @param match to whom
 * @param probability above 0, up to 1, drawn for every candidate that {@code match} leaves
 * @param count it fires so often, on all connections together, and is then disarmed; a {@link TransportFault} other than
 *        {@code max-bytes} takes hold of so many connections and stays armed. Null for no limit
 * @param seed the same seed on the same traffic fires at the same messages
 * @param after from arming to when it begins
 * @param duration from then to when it ends; null for no end
 * @param label a name for people and scenarios; may be empty
 */
public record Fault(FaultSpec spec, FaultMatch match, double probability, @Nullable Integer count, long seed,
        Duration after, @Nullable Duration duration, String label) {
    private static final Duration LONGEST = FaultChecks.LONGEST_LIFE;
    private static final long DEFAULT_SEED = 1;

    /** @throws InvalidFaultException when a value or a selector does not fit */
    public Fault {
        if (!(probability > 0 && probability <= 1)) {
            throw FaultChecks.unfit("probability", Double.toString(probability), "a number above 0, up to 1");
        }
        FaultChecks.count(count);
        FaultChecks.span("after", after, FaultChecks.NONE, LONGEST);
        if (duration != null) {
            FaultChecks.span("duration", duration, FaultChecks.SHORTEST, LONGEST);
        }
        FaultChecks.label(label);
        FaultScope.check(spec, match, probability, count);
    }

    /** Acts on everything, always, as soon as it is armed. */
    public static Fault of(FaultSpec spec) {
        return new Fault(spec, FaultMatch.ANY, 1, null, DEFAULT_SEED, Duration.ZERO, null, "");
    }

    public Fault on(FaultMatch other) {
        return new Fault(spec, other, probability, count, seed, after, duration, label);
    }

    public Fault likely(double other, long otherSeed) {
        return new Fault(spec, match, other, count, otherSeed, after, duration, label);
    }

    public Fault times(int limit) {
        return new Fault(spec, match, probability, limit, seed, after, duration, label);
    }

    /** With another beginning and end; null for no end. */
    public Fault during(Duration begin, @Nullable Duration time) {
        return new Fault(spec, match, probability, count, seed, begin, time, label);
    }

    public Fault called(String name) {
        return new Fault(spec, match, probability, count, seed, after, duration, name);
    }
}
