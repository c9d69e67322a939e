package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.CloseCode;
import dev.socketscope.engine.api.EndingFault;
import java.time.Duration;

/** A link that goes down again and again. */
record Flap(FaultRule rule, EndingFault.Flap spec) implements Downtime {
    /** Clocks of nanoseconds cannot tell longer spans apart. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    /** From the first time it goes down to the last time it comes up; {@link Waits#NEVER} when nobody will see that. */
    static long length(EndingFault.Flap flap, int cycles) {
        Duration length = flap.every().multipliedBy(cycles - 1L).plus(flap.down());
        return length.compareTo(LONGEST) > 0 ? Waits.NEVER : length.toNanos();
    }

    @Override
    public Ending ending() {
        return new Ending(spec.leg(), spec.mode(), CloseCode.GOING_AWAY, "the link went down", rule.id());
    }

    @Override
    public boolean isDown(long now) {
        return rule.isActive(now) && (now - rule.startNanos()) % spec.every().toNanos() < spec.down().toNanos();
    }

    @Override
    public long cycle(long now) {
        return rule.isActive(now) ? 1 + (now - rule.startNanos()) / spec.every().toNanos() : 0;
    }

    @Override
    public long untilDown(long now) {
        long since = now - rule.startNanos();
        return since < 0 ? -since : spec.every().toNanos() - since % spec.every().toNanos();
    }
}
