package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.Opcode;

/**
 * A whole data message on its way. Who carries bytes implements it and keeps the frames as they came with it, so that a message that no
 * fault changes leaves as it was sent. It must not need to be released: a fault may drop it, or keep it for long, or pass it on
 * several times.
 */
public interface Message {
    /** {@code TEXT} or {@code BINARY}. */
    Opcode opcode();

    /** All of it, unmasked and inflated; nobody changes it. */
    byte[] payload();
}
