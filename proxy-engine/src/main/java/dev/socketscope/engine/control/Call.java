package dev.socketscope.engine.control;

import dev.socketscope.engine.wire.Json;
import dev.socketscope.engine.wire.WireException;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request that may be answered.
 *
 * @param path values of the template's variables, decoded
 * @param accept what the caller understands, as its {@code Accept} header says; may be empty
 */
record Call(Map<String, String> path, Params query, String accept, byte[] body) {
    /** The value of a variable that the operation's template has. */
    String variable(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalStateException("no variable " + name);
        }
        return value;
    }

    /** @throws WireException when the body is not one JSON object */
    ObjectNode json() {
        query.finish();
        return Json.parse(body);
    }

    /** For operations that take none. @throws WireException when there is one */
    void noBody() {
        query.finish();
        if (body.length > 0) {
            throw new WireException("", "a body of " + body.length + " bytes", "none");
        }
    }
}
