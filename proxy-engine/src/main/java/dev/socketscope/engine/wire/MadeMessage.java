package dev.socketscope.engine.wire;

import dev.socketscope.engine.api.Names;
import dev.socketscope.engine.api.Opcode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A message that a person has made: {@code {"opcode", "text" | "base64"}}; without an opcode text is text and base64 binary. */
record MadeMessage(Opcode opcode, byte[] payload) {

    static MadeMessage read(Members in) {
        boolean text = in.has("text");
        boolean bytes = in.has("base64");
        if (text == bytes) {
            throw new WireException("text", text ? "text and base64" : "nothing", "either text or base64");
        }
        Opcode opcode = in.choice(Opcode.class, "opcode", text ? Opcode.TEXT : Opcode.BINARY);
        byte[] payload = text ? in.text("text").getBytes(StandardCharsets.UTF_8) : base64(in.text("base64"));
        if (opcode != Opcode.TEXT && opcode != Opcode.BINARY) {
            throw new WireException("opcode", Names.of(opcode), "text or binary");
        }
        return new MadeMessage(opcode, payload);
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new WireException("base64", "something else", "base64 (RFC 4648 §4)");
        }
    }

    Fields write(Fields out) {
        return out.with("opcode", opcode).with("base64", Base64.getEncoder().encodeToString(payload));
    }
}
