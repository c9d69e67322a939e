package dev.socketscope.engine.api;

/** What becomes of a message that a breakpoint holds. */
public sealed interface Release {
    /** It goes on exactly as it came: same frames, same mask, same compression. */
    record Forward() implements Release {}

    /**
     * Another message goes on in its place, in one frame, uncompressed.
     *
     * @param opcode {@link Opcode#TEXT} or {@link Opcode#BINARY}
     * @param payload as in {@link Command.InjectMessage}
     */
    record Edited(Opcode opcode, byte[] payload) implements Release {}

    /** It vanishes. */
    record Drop() implements Release {}
}
