package dev.socketscope.engine.relay;

import dev.socketscope.engine.resume.MessageLog;

/** How a message that has waited is sent. */
interface Replay {
    /** As it came. */
    Replay UNCHANGED = MessageLog.Message::wire;

    byte[] toWire(MessageLog.Message message);
}
