package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.EndingFault;
import java.time.Duration;

/** When a link that goes up and down is which. */
final class Flapping {
    /** Clocks of nanoseconds cannot tell longer spans apart. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private Flapping() {}

    /** From the first time it goes down to the last time it comes up; {@link Waits#NEVER} when nobody will see that. */
    static long length(EndingFault.Flap flap, int cycles) {
        Duration length = flap.every().multipliedBy(cycles - 1L).plus(flap.down());
        return length.compareTo(LONGEST) > 0 ? Waits.NEVER : length.toNanos();
    }

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
