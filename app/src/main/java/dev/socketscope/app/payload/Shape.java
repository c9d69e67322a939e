package dev.socketscope.app.payload;

import dev.socketscope.engine.api.Opcode;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What makes two messages comparable: JSON objects with the same keys and the same name of what they are; else the same opcode.
 *
 * @param json the parsed content, null when it is not JSON
 */
record Shape(String name, @Nullable JsonNode json) {
    /** Longer contents are not parsed. */
    static final int LONGEST = 2 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Shape of(Opcode opcode, byte[] content) {
        int start = JsonPrefix.length(content);
        if (start < 0 || content.length > LONGEST) {
            return new Shape(opcode.wireName(), null);
        }
        try {
            JsonNode json = JSON.readTree(content, start, content.length - start);
            return new Shape(json.isObject() ? object(json) : "list", json);
        } catch (JacksonException e) {
            return new Shape(opcode.wireName(), null);
        }
    }

    boolean fits(Shape other) {
        return name.equals(other.name);
    }

    /** The keys in order of the alphabet, and what the object calls itself. */
    private static String object(JsonNode json) {
        String own = Stream.of("type", "event", "action", "command", "packet", "method", "op")
                .filter(key -> json.path(key).isString())
                .map(key -> key + "=" + json.path(key).stringValue())
                .collect(Collectors.joining(" "));
        return String.join(",", new TreeSet<>(json.propertyNames())) + " " + own;
    }
}
