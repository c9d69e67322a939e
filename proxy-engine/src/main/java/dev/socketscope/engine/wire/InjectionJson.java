package dev.socketscope.engine.wire;

import dev.socketscope.engine.api.Command.InjectMessage;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Opcode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A message to be injected: {@code {"direction", "opcode", "text" | "base64"}}. */
public final class InjectionJson {
    private InjectionJson() {}

    /** @throws WireException that names the member, its value and what was expected */
    public static InjectMessage read(String connection, JsonNode body) {
        Members in = new Members(body, "");
        Direction direction = in.choice(Direction.class, "direction");
        boolean text = in.has("text");
        Opcode opcode = in.choice(Opcode.class, "opcode", text ? Opcode.TEXT : Opcode.BINARY);
        byte[] payload = text ? in.text("text").getBytes(StandardCharsets.UTF_8) : base64(in.text("base64"));
        in.finish();
        if (opcode != Opcode.TEXT && opcode != Opcode.BINARY) {
            throw new WireException("opcode", Names.of(opcode), "text or binary");
        }
        return new InjectMessage(connection, direction, opcode, payload);
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new WireException("base64", "something else", "base64 (RFC 4648 §4)");
        }
    }

    public static ObjectNode write(InjectMessage message) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("direction", Names.of(message.direction()))
                .put("opcode", Names.of(message.opcode()))
                .put("base64", Base64.getEncoder().encodeToString(message.payload()));
    }
}
