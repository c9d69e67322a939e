package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Opcode;

/** Reads the unfragmented messages of one direction before they leave. */
interface MessageReader {
    /**
     * @param payload unmasked and inflated
     * @param away whether the message waits because its receiver is away
     * @return whether the message is dealt with and must neither be passed on nor wait
     */
    boolean takes(Direction direction, Opcode opcode, byte[] payload, boolean away);

    /** Asks another reader for what this one leaves. */
    default MessageReader orElse(MessageReader next) {
        return (direction, opcode, payload, away) -> takes(direction, opcode, payload, away)
                || next.takes(direction, opcode, payload, away);
    }
}
