package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.TransportFault;

/** Lets bytes leave in pieces, with a pause behind each. */
record Slice(DirectionHold hold, TransportFault.Slice spec) implements PacingAct {
    @Override
    public long slice(long now) {
        return hold.holds(now) ? spec.bytes() : Long.MAX_VALUE;
    }

    @Override
    public long pauseNanos(long now) {
        return hold.holds(now) ? spec.delay().toNanos() : 0;
    }
}
