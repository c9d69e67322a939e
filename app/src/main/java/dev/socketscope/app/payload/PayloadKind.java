package dev.socketscope.app.payload;

import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Payload;

/** What a payload looks like from its first bytes. */
enum PayloadKind {
    JSON(PayloadTab.JSON),
    TEXT(PayloadTab.TEXT),
    BINARY(PayloadTab.HEX);

    private static final int LOOK = 4_096;
    private final PayloadTab usual;

    PayloadKind(PayloadTab usual) {
        this.usual = usual;
    }

    /** The tab that suits it. */
    PayloadTab usual() {
        return usual;
    }

    static PayloadKind of(Payload payload) {
        if (JsonPrefix.length(payload.bytes()) >= 0) {
            return JSON;
        }
        boolean text = payload.opcode() == Opcode.TEXT
                || payload.opcode() == Opcode.BINARY && isReadable(payload.bytes());
        return text ? TEXT : BINARY;
    }

    /** Binary messages are shown as text only when there is no doubt. */
    private static boolean isReadable(byte[] bytes) {
        int end = Math.min(bytes.length, LOOK);
        for (int i = 0; i < end; i++) {
            if (bytes[i] >= 0 && bytes[i] < ' ' && bytes[i] != '\n' && bytes[i] != '\r' && bytes[i] != '\t') {
                return false;
            }
        }
        return end > 0 && Utf8.isText(bytes, end);
    }
}
