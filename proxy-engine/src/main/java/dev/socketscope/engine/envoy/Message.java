package dev.socketscope.engine.envoy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** One of Envoy's protobuf messages in its JSON form, field by field in the order in which they are to be read. */
final class Message {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** A message that stands where any may; Envoy finds its meaning by the type. */
    static Message typed(String type) {
        return new Message().with("@type", "type.googleapis.com/" + type);
    }

    /** An extension: a name for people, and the message that configures it. */
    static Map<String, Object> extension(String name, Message config) {
        return new Message().with("name", name).with("typed_config", config).fields();
    }

    Message with(String field, Object value) {
        fields.put(field, value instanceof Message message ? message.fields() : value);
        return this;
    }

    /** As protobuf's JSON has it, in seconds. */
    Message with(String field, Duration value) {
        String fraction = value.toMillisPart() == 0 ? "" : ".%03d".formatted(value.toMillisPart());
        return with(field, value.toSeconds() + fraction + "s");
    }

    Map<String, Object> fields() {
        return fields;
    }
}
