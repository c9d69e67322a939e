package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.EndingFault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When the faults of one connection end it. Belongs to the connection's thread. */
public final class Endings {
    static final int GOING_AWAY = 1001;

    /** What the faults want to know of a connection; times as those of the questions. */
    public interface Life {
        long openedNanos();

        /** When bytes last came in that direction. */
        long lastBytesNanos(Direction direction);
    }

    private static final class Rule {
        private final FaultRule rule;
        private final EndingFault spec;
        private final Grip grip;
        private final @Nullable Downtime downtime;
        private long seenCycle;

        Rule(FaultRule rule, EndingFault spec, Grip grip) {
            this.rule = rule;
            this.spec = spec;
            this.grip = grip;
            this.downtime = Downtime.of(rule);
        }
    }

    private final List<Rule> rules = new ArrayList<>();
    private final FiringListener listener;

    Endings(FiringListener listener) {
        this.listener = listener;
    }

    /** Other faults from now on; those that stay remember what they have done. */
    void use(List<FaultRule> inScope, Grips grips) {
        rules.removeIf(each -> !inScope.contains(each.rule));
        for (FaultRule rule : inScope) {
            if (rule.armed().spec() instanceof EndingFault spec && !waitsForMessage(rule, spec)
                    && rules.stream().noneMatch(each -> each.rule == rule)) {
                rules.add(new Rule(rule, spec, grips.of(rule)));
            }
        }
    }

    static boolean waitsForMessage(FaultRule rule, EndingFault spec) {
        return spec instanceof EndingFault.Disconnect && rule.match().narrowsMessages();
    }

    /** The end, when it has come; null otherwise. */
    public @Nullable Ending due(Life life, long now) {
        for (Rule rule : rules) {
            Ending ending = due(rule, life, now);
            if (ending != null) {
                return ending;
            }
        }
        return null;
    }

    private @Nullable Ending due(Rule each, Life life, long now) {
        return switch (each.spec) {
            case EndingFault.Disconnect d -> each.grip.fires(now) ? disconnect(each, d, now) : null;
            case EndingFault.MaxLifetime(var lifetime) ->
                now - life.openedNanos() >= lifetime.toNanos() && each.grip.fires(now)
                        ? fin(each, "it lived for " + lifetime.toMillis() + " ms", now)
                        : null;
            case EndingFault.IdleCut(var idle) -> now - lastBytes(each, life) >= idle.toNanos() && each.grip.fires(now)
                    ? fin(each, "idle for " + idle.toMillis() + " ms", now)
                    : null;
            case EndingFault.Cut _,EndingFault.Flap _ -> goesDown(each, now);
            case EndingFault.SlowClose _ -> null;
        };
    }

    private Ending disconnect(Rule each, EndingFault.Disconnect d, long now) {
        return fired(each, d.leg(), d.mode(), d.code(), d.reason().isEmpty() ? "disconnect" : d.reason(), now);
    }

    private Ending fin(Rule each, String reason, long now) {
        return fired(each, Command.Legs.BOTH, Command.Mode.FIN, GOING_AWAY, reason, now);
    }

    private @Nullable Ending goesDown(Rule each, long now) {
        Downtime downtime = each.downtime;
        if (downtime == null || !downtime.isDown(now) || downtime.cycle(now) == each.seenCycle) {
            return null;
        }
        each.seenCycle = downtime.cycle(now);
        return fired(each, downtime.leg(), downtime.mode(), downtime.code(), downtime.reason(), now);
    }

    private Ending fired(Rule each, Command.Legs legs, Command.Mode mode, int code, String reason, long now) {
        listener.fired(each.rule.fire("connection ended: " + reason, now));
        return new Ending(legs, mode, code, reason, each.rule.id());
    }

    private static long lastBytes(Rule each, Life life) {
        Direction only = each.rule.match().direction();
        if (only != null) {
            return life.lastBytesNanos(only);
        }
        long up = life.lastBytesNanos(Direction.TO_UPSTREAM);
        long down = life.lastBytesNanos(Direction.TO_CLIENT);
        return up - down > 0 ? up : down;
    }

    /** How long until {@link #due} has to be asked again, when it has just been asked. */
    public long untilNext(Life life, long now) {
        long next = Waits.NEVER;
        for (Rule each : rules) {
            next = Math.min(next, untilNext(each, life, now));
        }
        return next;
    }

    private static long untilNext(Rule each, Life life, long now) {
        long begins = Waits.until(each.rule.startNanos(), now);
        return switch (each.spec) {
            case EndingFault.Disconnect _ -> later(each, begins, 0);
            case EndingFault.MaxLifetime m -> later(each, begins, life.openedNanos() + m.lifetime().toNanos() - now);
            case EndingFault.IdleCut i -> later(each, begins, lastBytes(each, life) + i.idle().toNanos() - now);
            case EndingFault.Cut _,EndingFault.Flap _ ->
                each.downtime == null ? Waits.NEVER : each.downtime.untilDown(now);
            case EndingFault.SlowClose _ -> Waits.NEVER;
        };
    }

    /** What is due already is not waited for: if it has not happened, a leg is away, and only its return changes that. */
    private static long later(Rule each, long begins, long wait) {
        long next = Math.max(begins, wait);
        return each.grip.mayHold() && next > 0 ? next : Waits.NEVER;
    }

    /** Whether the link to that side is down, so that dialling fails; the fault's id, or null. */
    public @Nullable String down(Command.Legs side, long now) {
        for (Rule each : rules) {
            Downtime downtime = each.downtime;
            if (downtime != null && downtime.isDown(now) && downtime.concerns(side)) {
                return each.rule.id();
            }
        }
        return null;
    }

    /** How much later a leg's end reaches the other leg, all faults together. */
    public long slowCloseNanos(long now) {
        long sum = 0;
        for (Rule each : rules) {
            if (each.spec instanceof EndingFault.SlowClose(var delay) && each.grip.fires(now)) {
                sum += delay.toNanos();
                listener.fired(each.rule.fire("the end was kept back for " + delay.toMillis() + " ms", now));
            }
        }
        return sum;
    }
}
