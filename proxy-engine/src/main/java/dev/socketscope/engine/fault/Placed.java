package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.FaultSpec;

/** A fault of frames in one direction of one connection, with its own count of candidates and its own luck. */
record Placed(FaultRule rule, FaultSpec spec, Trigger trigger, FiringListener listener) {

    /** Whether the fault acts on the message, which is now one candidate more. */
    boolean fires(Message message, long now) {
        return rule.concerns(message) && trigger.fires(now);
    }

    void tell(String detail, long now) {
        listener.fired(rule.fire(detail, now));
    }
}
