package dev.socketscope.engine.wire;

import dev.socketscope.engine.api.Command.InjectMessage;
import dev.socketscope.engine.api.Direction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A message to be injected: {@code {"direction", "opcode", "text" | "base64"}}. */
public final class InjectionJson {
    private InjectionJson() {}

    /** @throws WireException that names the member, its value and what was expected */
    public static InjectMessage read(String connection, JsonNode body) {
        Members in = new Members(body, "");
        Direction direction = in.choice(Direction.class, "direction");
        MadeMessage message = MadeMessage.read(in);
        in.finish();
        return new InjectMessage(connection, direction, message.opcode(), message.payload());
    }

    public static ObjectNode write(InjectMessage message) {
        return new MadeMessage(message.opcode(), message.payload())
                .write(new Fields().with("direction", message.direction()))
                .done();
    }
}
