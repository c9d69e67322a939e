package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.EndingFault;

/** A link that is down for as long as the fault is armed. */
record Cut(FaultRule rule, EndingFault.Cut spec) implements Downtime {
    @Override
    public Ending ending() {
        return new Ending(spec.leg(), spec.mode(), spec.code(), Ending.reason(spec.mode(), spec.reason(), "cut"),
                rule.id());
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
