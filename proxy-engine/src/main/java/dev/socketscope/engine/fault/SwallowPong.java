package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.Opcode;

/** Lets Pongs vanish. */
record SwallowPong(FrameHold hold) implements ControlAct {
    @Override
    public Opcode concerns() {
        return Opcode.PONG;
    }

    @Override
    public ControlFate act(ControlFate fate, long now) {
        hold.tell("pong swallowed", now);
        return ControlFate.SWALLOWED;
    }
}
