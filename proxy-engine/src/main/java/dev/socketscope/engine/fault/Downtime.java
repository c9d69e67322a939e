package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.EndingFault;
import dev.socketscope.engine.api.FaultSpec;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a link is down: for as long as a cut lasts, or again and again.
 *
 * @param rule the fault that takes it down
 * @param every from one time to the next; null when it goes down once and stays down
 */
record Downtime(FaultRule rule, Command.Legs leg, Command.Mode mode, int code, String reason, Duration down,
        @Nullable Duration every) {
    /** Clocks of nanoseconds cannot tell longer spans apart. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    /** Null when the fault leaves the link alone. */
    static @Nullable Downtime of(FaultRule rule) {
        return of(rule, rule.armed().spec());
    }

    private static @Nullable Downtime of(FaultRule rule, FaultSpec spec) {
        return switch (spec) {
            case EndingFault.Cut(var leg, var mode, var code, var reason) -> new Downtime(rule, leg, mode, code,
                    reason.isEmpty() ? "cut" : reason, LONGEST, null);
            case EndingFault.Flap flap -> new Downtime(rule, flap.leg(), flap.mode(), Endings.GOING_AWAY,
                    "the link went down", flap.down(), flap.every());
            case FaultSpec _ -> null;
        };
    }

    /** From the first time a flapping link goes down to the last time it comes up; {@link Waits#NEVER} when nobody will see that. */
    static long length(EndingFault.Flap flap, int cycles) {
        Duration length = flap.every().multipliedBy(cycles - 1L).plus(flap.down());
        return length.compareTo(LONGEST) > 0 ? Waits.NEVER : length.toNanos();
    }

    boolean concerns(Command.Legs side) {
        return leg == Command.Legs.BOTH || leg == side;
    }

    /** Whether the link is down at that moment. */
    boolean isDown(long now) {
        long since = now - rule.startNanos();
        return rule.isActive(now) && (every == null ? since : since % every.toNanos()) < down.toNanos();
    }

    /** How often it has gone down up to that moment, from 1; 0 before the first time. */
    long cycle(long now) {
        return !rule.isActive(now) ? 0 : every == null ? 1 : 1 + (now - rule.startNanos()) / every.toNanos();
    }

    /** How long until it goes down again; {@link Waits#NEVER} when it will not. */
    long untilDown(long now) {
        long since = now - rule.startNanos();
        return since < 0 ? -since : every == null ? Waits.NEVER : every.toNanos() - since % every.toNanos();
    }
}
