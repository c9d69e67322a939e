package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.Direction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The breakpoints of one direction of a connection, with what each has counted there. Of several that would hold a message the one set
 * first does; the others do not count it. Belongs to the connection's thread.
 */
public final class Stops {
    private final ConnectionFacts connection;
    private final Direction direction;
    private List<Stop> stops = List.of();

    /** A breakpoint and how many messages its selectors have left here. */
    private static final class Stop {
        private final BreakpointRule rule;
        private long seen;

        Stop(BreakpointRule rule) {
            this.rule = rule;
        }

        boolean holds(Message message) {
            return !rule.isUsedUp() && rule.concerns(message) && rule.match().picks(++seen) && rule.take();
        }
    }

    public Stops(ConnectionFacts connection, Direction direction) {
        this.connection = connection;
        this.direction = direction;
    }

    /** Other breakpoints from now on, in the order of setting; those that stay go on counting where they were. */
    public void use(List<BreakpointRule> now) {
        List<Stop> next = new ArrayList<>();
        for (BreakpointRule rule : now) {
            if (connection.isIn(rule.match()) && rule.match().includes(direction)
                    && FaultConflicts.noBreakpoint(connection).isEmpty()) {
                next.add(stops.stream().filter(stop -> stop.rule == rule).findFirst().orElseGet(() -> new Stop(rule)));
            }
        }
        stops = next;
    }

    /** Whether no message can be held. */
    public boolean idle() {
        return stops.stream().allMatch(stop -> stop.rule.isUsedUp());
    }

    /** The breakpoint that holds the message from now on; null when none does. */
    public @Nullable BreakpointRule holds(Message message) {
        for (Stop stop : stops) {
            if (stop.holds(message)) {
                return stop.rule;
            }
        }
        return null;
    }
}
