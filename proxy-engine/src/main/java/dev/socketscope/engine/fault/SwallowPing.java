package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.Opcode;

/** Lets Pings vanish. */
record SwallowPing(FrameHold hold) implements ControlAct {
    @Override
    public Opcode concerns() {
        return Opcode.PING;
    }

    @Override
    public ControlFate act(ControlFate fate, long now) {
        hold.tell("ping swallowed", now);
        return ControlFate.SWALLOWED;
    }
}
