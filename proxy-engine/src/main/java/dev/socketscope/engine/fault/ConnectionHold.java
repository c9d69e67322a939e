package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.Command;

/** A fault's hold on one connection: whether it has been chosen, and what is told when it acts. */
record ConnectionHold(FaultRule rule, Grip grip, FiringListener listener) {
    static final int GOING_AWAY = 1001;

    /** It acts: the connection ends. */
    Ending end(Command.Legs legs, Command.Mode mode, int code, String reason, long now) {
        tell("connection ended: " + reason, now);
        return new Ending(legs, mode, code, reason, rule.id());
    }

    /** It acts as a middlebox does: both legs end, and nobody is told why. */
    Ending fin(String reason, long now) {
        return end(Command.Legs.BOTH, Command.Mode.FIN, GOING_AWAY, reason, now);
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
