package dev.socketscope.engine.decode;

import dev.socketscope.engine.decode.Sketch.FullException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** GraphQL over WebSocket: {@code graphql-transport-ws}, and {@code graphql-ws} of subscriptions-transport-ws before it. */
final class GraphQlDecoder implements Decoder {
    static final Set<String> TYPES = Set.of("connection_init", "connection_ack", "ping", "pong", "subscribe", "next",
            "error", "complete", "connection_error", "connection_terminate", "start", "data", "stop", "ka");
    /** Types that no other protocol uses. */
    static final Set<String> OWN_TYPES = Set.of("connection_init", "connection_ack", "connection_terminate");
    private static final Pattern OPERATION = Pattern.compile("\\b(query|mutation|subscription)\\b(?:\\s+(\\w+))?");
    private static final Pattern TYPE = Pattern.compile("\"type\"\\s*:\\s*\"(\\w+)\"");
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"?([^\",}]{1,64})");

    @Override
    public Meaning decode(Talk talk, Message message) {
        var sketch = new Sketch();
        String text = message.string();
        try {
            Optional<JsonNode> parsed = Json.parse(text);
            if (parsed.isPresent() && parsed.get() instanceof ObjectNode node) {
                return sketch.done(Format.GRAPHQL, message(sketch, node));
            }
            sketch.breakOff(Breaks.why("GraphQL", message, "a message is a JSON object"));
            sketch.root(sketch.text(text));
        } catch (FullException e) {
            sketch.note(String.valueOf(e.getMessage()));
        }
        return sketch.done(Format.GRAPHQL, message.complete() ? text : beginning(text));
    }

    private static String message(Sketch sketch, ObjectNode node) {
        String type = node.path("type").asString("");
        if (!TYPES.contains(type)) {
            sketch.note(
                    type.isEmpty() ? "No type: GraphQL messages have one." : "GraphQL has no messages of this type.");
        }
        JsonNode payload = node.path("payload");
        ObjectNode root = sketch.object(sketch::root);
        node.properties().forEach(property -> root.set(property.getKey(), property.getValue()));
        String query = payload.path("query").asString("");
        if (!query.isEmpty() && payload instanceof ObjectNode before) {
            root.set("payload", readable(sketch, before, query));
        }
        String id = node.path("id").asString("");
        return Words.join(type, id.isEmpty() ? "" : "id " + id, said(payload, query));
    }

    /** The query with a line for each of its lines. */
    private static ObjectNode readable(Sketch sketch, ObjectNode payload, String query) {
        ObjectNode copy = payload.objectNode();
        payload.properties().forEach(property -> copy.set(property.getKey(), property.getValue()));
        ArrayNode lines = copy.arrayNode();
        query.lines().filter(line -> !line.isBlank()).forEach(line -> lines.add(sketch.text(line)));
        copy.set("query", lines.size() > 1 ? lines : sketch.text(query));
        return copy;
    }

    private static String said(JsonNode payload, String query) {
        if (query.isEmpty()) {
            JsonNode data = payload.has("data") && payload.size() == 1 ? payload.path("data") : payload;
            return data.isMissingNode() ? "" : Json.brief(data);
        }
        JsonNode variables = payload.path("variables");
        return Words.join(operation(query), variables.isEmpty() ? "" : Json.brief(variables));
    }

    private static String operation(String query) {
        Matcher matcher = OPERATION.matcher(query);
        if (!matcher.find()) {
            return "query";
        }
        String name = matcher.group(2);
        return name == null ? String.valueOf(matcher.group(1)) : matcher.group(1) + " " + name;
    }

    /** What the beginning of a long message tells. */
    private static String beginning(String text) {
        Matcher type = TYPE.matcher(text);
        Matcher id = ID.matcher(text);
        int payload = text.indexOf("\"payload\":");
        return type.find() ? Words.join(String.valueOf(type.group(1)), id.find() ? "id " + id.group(1) : "",
                payload < 0 ? "" : text.substring(payload + "\"payload\":".length()) + "…") : text;
    }
}
