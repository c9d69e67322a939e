package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.EndingFault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When the faults of one connection end it. Belongs to the connection's thread. */
public final class Endings {
    private static final int GOING_AWAY = 1001;

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
        private long seenCycle;

        Rule(FaultRule rule, EndingFault spec, ConnectionFacts connection) {
            this.rule = rule;
            this.spec = spec;
            this.grip = new Grip(rule, connection);
        }
    }

    private final List<Rule> rules = new ArrayList<>();
    private final FiringListener listener;

    Endings(FiringListener listener) {
        this.listener = listener;
    }

    /** Other faults from now on; those that stay remember what they have done. */
    void use(List<FaultRule> inScope, ConnectionFacts connection) {
        rules.removeIf(each -> !inScope.contains(each.rule));
        for (FaultRule rule : inScope) {
            if (rule.armed().spec() instanceof EndingFault spec && !waitsForMessage(rule, spec)
                    && rules.stream().noneMatch(each -> each.rule == rule)) {
                rules.add(new Rule(rule, spec, connection));
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
            case EndingFault.Disconnect d -> each.grip.holds(now)
                    ? fired(each, d.leg(), d.mode(), d.code(), d.reason().isEmpty() ? "disconnect" : d.reason(), now)
                    : null;
            case EndingFault.MaxLifetime m -> now - life.openedNanos() >= m.lifetime().toNanos() && each.grip.holds(now)
                    ? fired(each, Command.Legs.BOTH, Command.Mode.FIN, GOING_AWAY,
                            "it lived for " + m.lifetime().toMillis()
                                    + " ms",
                            now)
                    : null;
            case EndingFault.IdleCut i -> now - lastBytes(each, life) >= i.idle().toNanos() && each.grip.holds(now)
                    ? fired(each, Command.Legs.BOTH, Command.Mode.FIN, GOING_AWAY,
                            "idle for " + i.idle().toMillis() + " ms",
                            now)
                    : null;
            case EndingFault.Flap f -> flap(each, f, now);
            case EndingFault.SlowClose _ -> null;
        };
    }

    private @Nullable Ending flap(Rule each, EndingFault.Flap flap, long now) {
        long cycle = Flapping.cycle(each.rule, flap, now);
        if (cycle == each.seenCycle || !Flapping.isDown(each.rule, flap, now)) {
            return null;
        }
        each.seenCycle = cycle;
        return fired(each, flap.leg(), flap.mode(), GOING_AWAY, "the link went down", now);
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

    /** How long until {@link #due} has to be asked again. */
    public long untilNext(Life life, long now) {
        long next = Waits.NEVER;
        for (Rule each : rules) {
            long begins = Math.max(0, each.rule.startNanos() - now);
            long wait = switch (each.spec) {
                case EndingFault.Disconnect _ -> each.grip.mayHold() && begins > 0 ? begins : Waits.NEVER;
                case EndingFault.MaxLifetime m ->
                    later(each, begins, life.openedNanos() + m.lifetime().toNanos() - now);
                case EndingFault.IdleCut i -> later(each, begins, lastBytes(each, life) + i.idle().toNanos() - now);
                case EndingFault.Flap f -> Flapping.untilDown(each.rule, f, now);
                case EndingFault.SlowClose _ -> Waits.NEVER;
            };
            next = Math.min(next, wait);
        }
        return next;
    }

    private static long later(Rule each, long begins, long wait) {
        return each.grip.mayHold() ? Math.max(begins, Math.max(1, wait)) : Waits.NEVER;
    }

    /** Whether the link to that side is down, so that dialling fails; the fault's id, or null. */
    public @Nullable String down(Command.Legs side, long now) {
        for (Rule each : rules) {
            if (each.spec instanceof EndingFault.Flap f && Flapping.isDown(each.rule, f, now)
                    && (f.leg() == Command.Legs.BOTH || f.leg() == side)) {
                return each.rule.id();
            }
        }
        return null;
    }

    /** How much later a leg's end reaches the other leg, all faults together. */
    public long slowCloseNanos(long now) {
        long sum = 0;
        for (Rule each : rules) {
            if (each.spec instanceof EndingFault.SlowClose s && each.grip.holds(now)) {
                sum += s.delay().toNanos();
                listener.fired(each.rule.fire("the end was kept back for " + s.delay().toMillis() + " ms", now));
            }
        }
        return sum;
    }
}
