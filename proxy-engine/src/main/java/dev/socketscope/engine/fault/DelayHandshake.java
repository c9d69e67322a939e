package dev.socketscope.engine.fault;

import java.time.Duration;

/** Keeps an upgrade back. */
record DelayHandshake(FaultRule rule, Duration delay) implements HandshakeAct {
    @Override
    public String detail() {
        return "handshake kept back for " + delay.toMillis() + " ms";
    }

    @Override
    public long delayNanos() {
        return delay.toNanos();
    }
}
