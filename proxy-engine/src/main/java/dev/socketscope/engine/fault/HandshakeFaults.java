package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.FaultSpec;
import dev.socketscope.engine.api.HandshakeFault;
import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.fault.HandshakeDecision.Outcome;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Decides over an upgrade. Delays add up; of the others the first that fires, in the order of arming, is the outcome, and later ones are not
 * asked. A link that {@code cut} or {@code flap} has taken down comes before them all.
 */
final class HandshakeFaults {
    private static final Outcome PASS = new Outcome.Pass();
    private static final int BAD_GATEWAY = 502;
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
                return downtime.concerns(Command.Legs.CLIENT) ? dropped(downtime) : unreachable(rule);
            }
        }
        return null;
    }

    private Outcome dropped(Downtime downtime) {
        FaultRule rule = downtime.rule();
        listener.fired(rule.fire("handshake dropped: the link is down", now));
        return new Outcome.Drop(downtime.ending().mode() == Command.Mode.RST ? Command.Mode.RST : Command.Mode.FIN,
                rule.id());
    }

    /** The client's link is up, so it is told. */
    private Outcome unreachable(FaultRule rule) {
        listener.fired(rule.fire("handshake refused: the link to the upstream is down", now));
        return new Outcome.Refuse(BAD_GATEWAY, List.of(new Header("Content-Type", "text/plain; charset=utf-8")),
                "Fault " + rule.id() + " keeps the link to the upstream down.\n", rule.id());
    }

    private @Nullable Outcome outcome(FaultRule rule) {
        FaultSpec spec = rule.armed().spec();
        return spec instanceof HandshakeFault fault && fires(rule) ? act(rule, fault) : null;
    }

    private boolean fires(FaultRule rule) {
        if (!rule.isActive(now)) {
            return false;
        }
        long number = rule.nextCandidate();
        return Trigger.selects(rule, number, Seeds.stream(rule, number)) && rule.take();
    }

    private @Nullable Outcome act(FaultRule rule, HandshakeFault spec) {
        return switch (spec) {
            case HandshakeFault.Delay(var delay) -> {
                delayNanos += delay.toNanos();
                listener.fired(rule.fire("handshake kept back for " + delay.toMillis() + " ms", now));
                yield null;
            }
            case HandshakeFault.Refuse(var status, var headers, var body) -> {
                listener.fired(rule.fire("handshake refused with " + status, now));
                yield new Outcome.Refuse(status, headers, body, rule.id());
            }
            case HandshakeFault.Hang _ -> {
                listener.fired(rule.fire("handshake left without an answer", now));
                yield new Outcome.Hang(rule.id());
            }
            case HandshakeFault.Drop(var mode) -> {
                listener.fired(rule.fire("handshake dropped with " + mode.name().toLowerCase(Locale.ROOT), now));
                yield new Outcome.Drop(mode, rule.id());
            }
        };
    }
}
