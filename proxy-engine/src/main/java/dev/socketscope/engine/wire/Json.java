package dev.socketscope.engine.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Text and bytes from and to JSON. Absent and null mean the same; null is not written. */
public final class Json {
    private static final int DEEPEST = 64;
    private static final JsonMapper MAPPER = JsonMapper
            .builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    /** @param value a record of this package, a {@link JsonNode}, or lists and maps of them */
    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /** As {@link #bytes}. */
    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** As {@link #bytes}, as a tree. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** An object without fields. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** @throws WireException when it is not one JSON object without repeated keys */
    public static ObjectNode parse(byte[] bytes) {
        try {
            return expectObject(MAPPER.readTree(bytes));
        } catch (JacksonException e) {
            throw notJson(e);
        }
    }

    /** @throws WireException when it is not one JSON object without repeated keys */
    public static ObjectNode parse(String text) {
        try {
            return expectObject(MAPPER.readTree(text));
        } catch (JacksonException e) {
            throw notJson(e);
        }
    }

    /** A record of this package from a tree. @throws WireException when it does not fit */
    public static <T> T read(JsonNode node, Class<T> type) {
        try {
            return MAPPER.treeToValue(node, type);
        } catch (JacksonException e) {
            throw new WireException(type.getSimpleName(), "something else", e.getOriginalMessage());
        }
    }

    private static ObjectNode expectObject(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new WireException("", node.isMissingNode() ? "nothing" : "no object", "a JSON object");
    }

    /** The parser's own message repeats what it read, which may be a secret; the place is enough. */
    private static WireException notJson(JacksonException e) {
        String place = e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
        return new WireException("", "something that is not JSON" + place, "a JSON object without repeated keys");
    }
}
