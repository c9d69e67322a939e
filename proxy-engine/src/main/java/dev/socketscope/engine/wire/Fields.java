package dev.socketscope.engine.wire;

import dev.socketscope.engine.api.Names;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Builds one JSON object, member by member; null is left out. */
final class Fields {
    private final ObjectNode node = Json.object();

    Fields with(String key, @Nullable String value) {
        if (value != null) {
            node.put(key, value);
        }
        return this;
    }

    Fields with(String key, long value) {
        node.put(key, value);
        return this;
    }

    Fields with(String key, double value) {
        node.put(key, value);
        return this;
    }

    Fields with(String key, Enum<?> value) {
        return with(key, Names.of(value));
    }

    Fields with(String key, Instant value) {
        return with(key, value.toString());
    }

    Fields with(String key, Duration value) {
        return with(key, Spans.text(value));
    }

    Fields with(String key, JsonNode value) {
        node.set(key, value);
        return this;
    }

    ObjectNode done() {
        return node;
    }
}
