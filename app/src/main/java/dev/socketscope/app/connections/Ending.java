package dev.socketscope.app.connections;

import dev.socketscope.engine.api.CloseCode;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;

/** How connections are to be ended; see {@link Command.EndConnection}. */
record Ending(Legs legs, Mode mode, int code, String reason) {
    /** As a peer that has finished does it. */
    static final Ending ORDERLY = new Ending(Legs.BOTH, Mode.CLOSE, CloseCode.NORMAL, "");
    /** As a server that stops does it. */
    static final Ending GOING_AWAY = new Ending(Legs.BOTH, Mode.CLOSE, CloseCode.GOING_AWAY, "");

    Command of(String connection) {
        return new Command.EndConnection(connection, legs, mode, code, reason);
    }
}
