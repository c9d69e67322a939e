package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.EndingFault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When the faults of one connection end it. Belongs to the connection's thread. */
public final class Endings {
    /** What the faults want to know of a connection; times as those of the questions. */
    public interface Life {
        long openedNanos();

        /** When bytes last came in that direction. */
        long lastBytesNanos(Direction direction);
    }

    private final List<EndingAct> acts = new ArrayList<>();
    private final FiringListener listener;

    Endings(FiringListener listener) {
        this.listener = listener;
    }

    /** Other faults from now on; those that stay remember what they have done. */
    void use(List<FaultRule> inScope, Grips grips) {
        acts.removeIf(each -> !inScope.contains(each.hold().rule()));
        for (FaultRule rule : inScope) {
            if (rule.armed().spec() instanceof EndingFault spec && !waitsForMessage(rule, spec)
                    && acts.stream().noneMatch(each -> each.hold().rule() == rule)) {
                acts.add(EndingAct.of(spec, new ConnectionHold(rule, grips.of(rule), listener)));
            }
        }
    }

    static boolean waitsForMessage(FaultRule rule, EndingFault spec) {
        return spec instanceof EndingFault.Disconnect && rule.match().narrowsMessages();
    }

    /** The end, when it has come; null otherwise. */
    public @Nullable Ending due(Life life, long now) {
        for (EndingAct act : acts) {
            Ending ending = act.due(life, now);
            if (ending != null) {
                return ending;
            }
        }
        return null;
    }

    /** How long until {@link #due} has to be asked again, when it has just been asked. */
    public long untilNext(Life life, long now) {
        return acts.stream().mapToLong(act -> act.untilNext(life, now)).min().orElse(Waits.NEVER);
    }

    /** Whether the link to that side is down, so that dialling fails; the fault's id, or null. */
    public @Nullable String down(Command.Legs side, long now) {
        for (EndingAct act : acts) {
            if (act.isDown(side, now)) {
                return act.hold().rule().id();
            }
        }
        return null;
    }

    /** How much later a leg's end reaches the other leg, all faults together. */
    public long slowCloseNanos(long now) {
        return acts.stream().mapToLong(act -> act.slowCloseNanos(now)).sum();
    }
}
