package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.CloseCode;
import dev.socketscope.engine.api.Command;

/** A fault's hold on one connection: whether it has been chosen, and what is told when it acts. */
record ConnectionHold(FaultRule rule, Grip grip, FiringListener listener) {
    /** It acts: the connection ends. */
    Ending end(Ending ending, long now) {
        String reason = ending.reason();
        tell(reason.isEmpty() ? "connection ended" : "connection ended: " + reason, now);
        return ending;
    }

    /** It acts as a middlebox does: both legs end, and nobody is told why. */
    Ending fin(String reason, long now) {
        return end(new Ending(Command.Legs.BOTH, Command.Mode.FIN, CloseCode.GOING_AWAY, reason, rule.id()), now);
    }

    void tell(String detail, long now) {
        listener.fired(rule.fire(detail, now));
    }

    /**
     * How long until it may act that is due after a wait. What is due already is not waited for: if it has not happened, a leg is
     * away, and only its return changes that.
     */
    long until(long wait, long now) {
        long next = Math.max(Waits.until(rule.startNanos(), now), wait);
        return grip.mayHold() && next > 0 ? next : Waits.NEVER;
    }
}
