package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.Opcode;
import java.time.Duration;

/** Keeps Pongs back; several add up. */
record DelayPong(FrameHold hold, Duration delay) implements ControlAct {
    @Override
    public Opcode concerns() {
        return Opcode.PONG;
    }

    @Override
    public ControlFate act(ControlFate fate, long now) {
        hold.tell("pong kept back for " + delay.toMillis() + " ms", now);
        return fate.later(delay.toNanos(), hold.rule());
    }
}
