package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.EndingFault;

/** When a link that goes up and down is which. */
final class Flapping {
    private Flapping() {}

    /** Whether the link is down at that moment. */
    static boolean isDown(FaultRule rule, EndingFault.Flap flap, long now) {
        return rule.isActive(now) && (now - rule.startNanos()) % flap.every().toNanos() < flap.down().toNanos();
    }

    /** How often it has gone down up to that moment, from 1; 0 before the first time. */
    static long cycle(FaultRule rule, EndingFault.Flap flap, long now) {
        return rule.isActive(now) ? 1 + (now - rule.startNanos()) / flap.every().toNanos() : 0;
    }

    /** How long until it goes down again. */
    static long untilDown(FaultRule rule, EndingFault.Flap flap, long now) {
        long since = now - rule.startNanos();
        return since < 0 ? -since : flap.every().toNanos() - since % flap.every().toNanos();
    }
}
