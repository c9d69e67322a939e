package dev.socketscope.engine.metrics;

import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.ServiceLevel;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Decides when a service level is worth an alert, and when no longer.
 *
 * <ul>
 * <li>An alert is raised after {@value #RAISE_AFTER} observations in a row beyond the alert threshold that stand on enough samples
 * ({@link #minimum}).
 * <li>It is cleared after {@value #CLEAR_AFTER} observations in a row that are back by at least a quarter of the way from the alert
 * threshold to the target: 96 % of upgrades, 4 reconnections an hour, 400 ms, 98.5 % of pings. That nothing was measured for a
 * whole hour counts as such an observation, because the alert stands on nothing any more.
 * </ul>
 *
 * Everything else leaves an alert as it is. Used by one thread.
 */
public final class Alerts {
    static final int RAISE_AFTER = 3;
    static final int CLEAR_AFTER = 5;

    private static final double WAY_BACK = 0.25;

    private final Map<ServiceLevel.Kind, Hysteresis> switches = new EnumMap<>(ServiceLevel.Kind.class);

    /**
     * An alert was raised or cleared.
     *
     * @param value what the service level was; NaN when an alert was cleared because nothing was measured any more
     */
    public record Change(ServiceLevel.Kind level, boolean raised, double value) {
        /** The event that tells it. */
        public Event event(long seq, Instant at) {
            return raised ? new Event.AlertRaised(seq, at, level, value)
                    : new Event.AlertCleared(seq, at, level, value);
        }
    }

    /**
     * Takes one observation in.
     *
     * @param value in the unit of its kind; NaN when nothing was measured
     * @param samples how many it stands on
     */
    public Optional<Change> observe(ServiceLevel.Kind kind, double value, long samples) {
        Hysteresis alert = of(kind);
        return alert.observe(side(kind, value, samples))
                ? Optional.of(new Change(kind, alert.on(), value)) : Optional.empty();
    }

    /** Whether an alert is raised. */
    public boolean alerting(ServiceLevel.Kind kind) {
        return of(kind).on();
    }

    /** Samples that a figure must stand on to raise an alert. */
    static long minimum(ServiceLevel.Kind kind) {
        return switch (kind) {
            // With fewer, a single failure would be beyond 95 %.
            case CONNECTION_SUCCESS -> 20;
            // More than 5 in an hour are more than 5, however short the connections were.
            case RECONNECTIONS -> 0;
            // With fewer, the 99th percentile is the maximum, and one slow message would decide.
            case MESSAGE_LATENCY -> 100;
            // With fewer, a single missed pong would be beyond 98 %.
            case PING_PONG -> 50;
        };
    }

    private static Hysteresis.Side side(ServiceLevel.Kind kind, double value, long samples) {
        if (kind.isAlarming(value)) {
            return samples < minimum(kind) ? Hysteresis.Side.BETWEEN : Hysteresis.Side.BAD;
        }
        double clear = kind.alert() + WAY_BACK * (kind.target() - kind.alert());
        boolean back = Double.isNaN(value) || (kind.higherIsBetter() ? value >= clear : value <= clear);
        return back ? Hysteresis.Side.GOOD : Hysteresis.Side.BETWEEN;
    }

    private Hysteresis of(ServiceLevel.Kind kind) {
        return switches.computeIfAbsent(kind, none -> new Hysteresis(RAISE_AFTER, CLEAR_AFTER));
    }
}
