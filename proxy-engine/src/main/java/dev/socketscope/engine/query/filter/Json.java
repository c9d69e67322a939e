package dev.socketscope.engine.query.filter;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON containers; everything else, and everything broken, is no JSON. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static @Nullable JsonNode parse(byte[] bytes, int length) {
        // Most frames that are no JSON show it in their first byte, and an exception costs more than this look.
        if (!opensContainer(bytes, length)) {
            return null;
        }
        try {
            return MAPPER.readTree(bytes, 0, length);
        } catch (JacksonException e) {
            return null;
        }
    }

    private static boolean opensContainer(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            switch (bytes[i]) {
                case ' ', '\t', '\r', '\n' -> {
                    continue;
                }
                default -> {
                    return bytes[i] == '{' || bytes[i] == '[';
                }
            }
        }
        return false;
    }
}
