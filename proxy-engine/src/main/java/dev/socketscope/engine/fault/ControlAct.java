package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.ControlFault;
import dev.socketscope.engine.api.Opcode;

/** A fault of Pings or Pongs at work in one direction of a connection. Belongs to the connection's thread. */
sealed interface ControlAct permits SwallowPing, SwallowPong, DelayPong {
    static ControlAct of(ControlFault spec, FrameHold hold) {
        return switch (spec) {
            case ControlFault.SwallowPing _ -> new SwallowPing(hold);
            case ControlFault.SwallowPong _ -> new SwallowPong(hold);
            case ControlFault.DelayPong(var delay) -> new DelayPong(hold, delay);
        };
    }

    FrameHold hold();

    /** PING or PONG: frames of the other kind are no candidates. */
    Opcode concerns();

    /** @param fate what the faults before have decided: the frame is not swallowed */
    ControlFate act(ControlFate fate, long now);
}
