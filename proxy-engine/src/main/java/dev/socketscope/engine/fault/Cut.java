package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.EndingFault;

/** A link that is down for as long as the fault is armed. */
record Cut(FaultRule rule, EndingFault.Cut spec) implements Downtime {
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
        return spec.code();
    }

    @Override
    public String reason() {
        return spec.reason().isEmpty() ? "cut" : spec.reason();
    }

    @Override
    public boolean isDown(long now) {
        return rule.isActive(now);
    }

    @Override
    public long cycle(long now) {
        return rule.isActive(now) ? 1 : 0;
    }

    @Override
    public long untilDown(long now) {
        long wait = rule.startNanos() - now;
        return wait > 0 ? wait : Waits.NEVER;
    }
}
