package dev.socketscope.engine.api;

/** What a frame is (RFC 6455 §5.2). The ten values that the RFC leaves open are all {@link #RESERVED}. */
public enum Opcode {
    CONTINUATION("continuation"),
    TEXT("text"),
    BINARY("binary"),
    CLOSE("close"),
    PING("ping"),
    PONG("pong"),
    RESERVED("reserved");

    private static final Opcode[] BY_CODE = new Opcode[16];

    static {
        java.util.Arrays.fill(BY_CODE, RESERVED);
        BY_CODE[0x0] = CONTINUATION;
        BY_CODE[0x1] = TEXT;
        BY_CODE[0x2] = BINARY;
        BY_CODE[0x8] = CLOSE;
        BY_CODE[0x9] = PING;
        BY_CODE[0xA] = PONG;
    }

    private final String wireName;

    Opcode(String wireName) {
        this.wireName = wireName;
    }

    /** @param code the low four bits of a frame's first byte; higher bits are ignored */
    public static Opcode of(int code) {
        return BY_CODE[code & 0xF];
    }

    /** The name in the control API and in filters, in lower case. */
    public String wireName() {
        return wireName;
    }

    /** Whether frames of this kind may stand between the fragments of a message (RFC 6455 §5.5). */
    public boolean isControl() {
        return this == CLOSE || this == PING || this == PONG;
    }
}
