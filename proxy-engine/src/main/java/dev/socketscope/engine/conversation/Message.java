package dev.socketscope.engine.conversation;

import dev.socketscope.engine.api.Opcode;

/**
 * A whole message.
 *
 * @param opcode {@code TEXT} or {@code BINARY}
 * @param bytes unmasked and inflated; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by Sameness.
public record Message(Opcode opcode, byte[] bytes) {
    boolean text() {
        return opcode == Opcode.TEXT;
    }
}
