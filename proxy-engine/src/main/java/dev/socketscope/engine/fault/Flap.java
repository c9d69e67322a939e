package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.Command;
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
    public Command.Legs leg() {
        return spec.leg();
    }

    @Override
    public Command.Mode mode() {
        return spec.mode();
    }

    @Override
    public int code() {
        return ConnectionHold.GOING_AWAY;
    }

    @Override
    public String reason() {
        return "the link went down";
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
