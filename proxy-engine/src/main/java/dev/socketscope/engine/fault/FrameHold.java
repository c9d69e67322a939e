package dev.socketscope.engine.fault;

import java.util.random.RandomGenerator;

/** A fault's hold on the frames of one direction of a connection, with its own count of candidates and its own luck. */
record FrameHold(FaultRule rule, Trigger trigger, FiringListener listener) {
    /** Whether the message's own selectors leave it. */
    boolean concerns(Message message) {
        return rule.concerns(message);
    }

    /** Whether the fault acts on the message, which is one candidate more if it is one at all. */
    boolean fires(Message message, long now) {
        return concerns(message) && fires(now);
    }

    /** Whether the fault acts on what is one candidate more. */
    boolean fires(long now) {
        return trigger.fires(now);
    }

    /** For what the fault itself draws. */
    RandomGenerator effects() {
        return trigger.effects();
    }

    void tell(String detail, long now) {
        listener.fired(rule.fire(detail, now));
    }
}
