package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.Opcode;
import java.nio.charset.StandardCharsets;

/** A message as a test sends it. */
record Text(Opcode opcode, String text) implements Message {
    static Text of(String text) {
        return new Text(Opcode.TEXT, text);
    }

    @Override
    public byte[] payload() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String of(Delivery delivery) {
        return new String(delivery.content(), StandardCharsets.UTF_8);
    }
}
