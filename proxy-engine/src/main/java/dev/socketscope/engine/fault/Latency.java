package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.TransportFault;

/** Keeps each read back for a while. */
record Latency(DirectionHold hold, TransportFault.Latency spec) implements PacingAct {
    @Override
    public long arrived(long offset, long readNanos) {
        return hold.holds(readNanos) ? Delays.sample(spec, hold.random()) : 0;
    }
}
