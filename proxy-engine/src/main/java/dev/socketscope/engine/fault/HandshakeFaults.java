package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.HandshakeFault;
import dev.socketscope.engine.fault.HandshakeDecision.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides over an upgrade. Delays add up; of the others the first that fires, in the order of arming, is the outcome, and later ones are not
 * asked. A link that {@code cut} or {@code flap} has taken down comes before them all.
 */
final class HandshakeFaults {
    private static final Outcome PASS = new Outcome.Pass();
    private final FiringListener listener;
    private final long now;
    private long delayNanos;

    private HandshakeFaults(FiringListener listener, long now) {
        this.listener = listener;
        this.now = now;
    }

    static HandshakeDecision decide(List<FaultRule> inScope, FiringListener listener, long now) {
        HandshakeFaults faults = new HandshakeFaults(listener, now);
        Outcome outcome = faults.down(inScope);
        for (int i = 0; i < inScope.size() && outcome == null; i++) {
            outcome = faults.outcome(inScope.get(i));
        }
        return outcome == null && faults.delayNanos == 0
                ? HandshakeDecision.PASS
                : new HandshakeDecision(faults.delayNanos, outcome == null ? PASS : outcome);
    }

    private @Nullable Outcome down(List<FaultRule> inScope) {
        for (FaultRule rule : inScope) {
            Downtime downtime = Downtime.of(rule);
            if (downtime != null && downtime.isDown(now)) {
                return act(new HandshakeWhileDown(downtime));
            }
        }
        return null;
    }

    private @Nullable Outcome outcome(FaultRule rule) {
        return rule.armed().spec() instanceof HandshakeFault spec && fires(rule) ? act(HandshakeAct.of(spec, rule))
                : null;
    }

    private boolean fires(FaultRule rule) {
        if (!rule.isActive(now)) {
            return false;
        }
        long number = rule.nextCandidate();
        return Trigger.selects(rule, number, Seeds.stream(rule, number)) && rule.take();
    }

    private @Nullable Outcome act(HandshakeAct act) {
        delayNanos += act.delayNanos();
        listener.fired(act.rule().fire(act.detail(), now));
        return act.outcome();
    }
}
