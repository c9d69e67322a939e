package dev.socketscope.engine.decode;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON inside other formats. */
final class Json {
    /** Longer texts are not parsed. */
    static final int LONGEST = 4 << 20;
    private static final int SUMMARY = 1 << 10;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private Json() {}

    /** Empty when the text is not JSON, cut off, or very long. */
    static Optional<JsonNode> parse(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            JsonNode node = MAPPER.readTree(text);
            return node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    static byte[] bytes(JsonNode node) {
        return MAPPER.writeValueAsBytes(node);
    }

    /** The beginning of a value as JSON, for a summary; texts among the first few only. */
    static String brief(JsonNode node) {
        var text = new StringBuilder();
        brief(node, text);
        return text.toString();
    }

    private static void brief(JsonNode node, StringBuilder text) {
        if (text.length() > SUMMARY) {
            return;
        }
        if (node.isObject()) {
            String between = "{";
            for (var property : node.properties()) {
                if (text.length() > SUMMARY) {
                    return;
                }
                text.append(between).append(quoted(property.getKey())).append(':');
                brief(property.getValue(), text);
                between = ",";
            }
            text.append(node.isEmpty() ? "{}" : "}");
        } else if (node.isArray()) {
            String between = "[";
            for (JsonNode element : node) {
                if (text.length() > SUMMARY) {
                    return;
                }
                text.append(between);
                brief(element, text);
                between = ",";
            }
            text.append(node.isEmpty() ? "[]" : "]");
        } else {
            text.append(node.isString() ? quoted(node.stringValue()) : node.toString());
        }
    }

    private static String quoted(String text) {
        return MAPPER.writeValueAsString(Words.cut(text, SUMMARY).text());
    }
}
