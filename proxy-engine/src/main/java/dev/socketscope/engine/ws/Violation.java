package dev.socketscope.engine.ws;

/** Rules that a peer can break and that a {@link FrameDecoder} notices. */
public enum Violation {
    RESERVED_BITS("a reserved bit is set that no agreed extension defines", "RFC 6455 §5.2"),
    RESERVED_OPCODE("the opcode is reserved", "RFC 6455 §5.2"),
    FRAGMENTED_CONTROL("a control frame is fragmented", "RFC 6455 §5.5"),
    CONTROL_TOO_LONG("a control frame carries more than 125 bytes", "RFC 6455 §5.5"),
    CONTINUATION_WITHOUT_START("a continuation frame comes without a message to continue", "RFC 6455 §5.4"),
    MESSAGE_INSIDE_MESSAGE("a new message begins before the fragmented one has ended", "RFC 6455 §5.4"),
    UNMASKED_FROM_CLIENT("a frame from the client is not masked", "RFC 6455 §5.1"),
    MASKED_FROM_SERVER("a frame from the server is masked", "RFC 6455 §5.1"),
    LENGTH_NOT_MINIMAL("the length takes more bytes than it needs", "RFC 6455 §5.2"),
    /** Nobody can know where the next frame begins, so the decoder gives up on the stream. */
    LENGTH_TOP_BIT("the length's highest bit is set; frames can no longer be told apart", "RFC 6455 §5.2"),
    CLOSE_OF_ONE_BYTE("a Close frame carries one byte, too short for a code", "RFC 6455 §5.5.1"),
    CLOSE_CODE("a Close frame carries a code that may not stand on the wire", "RFC 6455 §7.4");

    private final String rule;
    private final String section;

    Violation(String rule, String section) {
        this.rule = rule;
        this.section = section;
    }

    /** What is wrong, as half a sentence for people. */
    public String rule() {
        return rule;
    }

    /** Where the rule stands, for example {@code RFC 6455 §5.2}. */
    public String section() {
        return section;
    }
}
