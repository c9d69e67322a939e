package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.EndingFault;
import org.jspecify.annotations.Nullable;

/** Ends a connection in place of a message. */
record DisconnectInPlace(FrameHold hold, EndingFault.Disconnect spec) implements MessageAct {
    @Override
    public @Nullable Ending ending(Message message, long now) {
        if (!hold.fires(message, now)) {
            return null;
        }
        hold.tell("connection ended in place of a message", now);
        return Disconnect.ending(hold.rule(), spec);
    }
}
