package dev.socketscope.engine.config;

import dev.socketscope.engine.api.Names;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Builds one mapping, key by key, of texts, numbers, lists and mappings; null is left out. */
final class Keys {
    private final SequencedMap<String, Object> keys = new LinkedHashMap<>();

    Keys with(String key, @Nullable String value) {
        if (value != null) {
            keys.put(key, value);
        }
        return this;
    }

    Keys with(String key, long value) {
        keys.put(key, value);
        return this;
    }

    Keys with(String key, double value) {
        keys.put(key, value);
        return this;
    }

    Keys with(String key, boolean value) {
        keys.put(key, value);
        return this;
    }

    Keys with(String key, @Nullable Enum<?> value) {
        return value == null ? this : with(key, Names.of(value));
    }

    Keys with(String key, @Nullable Duration value) {
        return value == null ? this : with(key, Durations.exact(value));
    }

    Keys with(String key, List<?> value) {
        keys.put(key, value);
        return this;
    }

    Keys with(String key, Map<String, Object> value) {
        keys.put(key, value);
        return this;
    }

    SequencedMap<String, Object> done() {
        return keys;
    }
}
