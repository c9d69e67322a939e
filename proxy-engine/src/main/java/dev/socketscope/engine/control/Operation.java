package dev.socketscope.engine.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A method on a path.
 *
 * @param template a path with variables as in OpenAPI, for example {@code /api/v1/faults/{id}}
 */
record Operation(String method, String template, Endpoint endpoint) {

    /** What answers. May block: it has a thread of its own. */
    @FunctionalInterface
    interface Endpoint {
        /** @throws dev.socketscope.engine.wire.WireException when the request does not fit; becomes 400 */
        Answer answer(Call call) throws InterruptedException;
    }

    /** What it answers to: whoever may GET something may ask for its HEAD (RFC 9110 §9.1), as many health checks do. */
    Stream<String> methods() {
        return method.equals("GET") ? Stream.of("GET", "HEAD") : Stream.of(method);
    }

    boolean takes(String asked) {
        return methods().anyMatch(asked::equals);
    }

    /** @param path decoded segments; empty when they are not this operation's */
    Optional<Map<String, String>> match(List<String> path) {
        List<String> own = segments(template);
        if (own.size() != path.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < own.size(); i++) {
            String part = own.get(i);
            if (part.startsWith("{")) {
                variables.put(part.substring(1, part.length() - 1), path.get(i));
            } else if (!part.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }
}
