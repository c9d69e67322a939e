package dev.socketscope.engine.wire;

import dev.socketscope.engine.api.Release;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A decision on a held message: {@code {"action"}}, and for {@code edit} {@code {"opcode", "text" | "base64"}}. */
public final class ReleaseJson {
    /** The names of {@link Release}'s kinds. */
    private enum Action {
        FORWARD, EDIT, DROP
    }

    private ReleaseJson() {}

    /** @throws WireException that names the member, its value and what was expected */
    public static Release read(JsonNode body) {
        Members in = new Members(body, "");
        Release release = switch (in.choice(Action.class, "action")) {
            case FORWARD -> new Release.Forward();
            case DROP -> new Release.Drop();
            case EDIT -> {
                MadeMessage message = MadeMessage.read(in);
                yield new Release.Edited(message.opcode(), message.payload());
            }
        };
        in.finish();
        return release;
    }

    public static ObjectNode write(Release release) {
        return switch (release) {
            case Release.Forward _ -> new Fields().with("action", Action.FORWARD).done();
            case Release.Drop _ -> new Fields().with("action", Action.DROP).done();
            case Release.Edited(var opcode, var payload) ->
                new MadeMessage(opcode, payload).write(new Fields().with("action", Action.EDIT)).done();
        };
    }
}
