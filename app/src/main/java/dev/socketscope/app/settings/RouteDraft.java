package dev.socketscope.app.settings;

import dev.socketscope.engine.api.KeyFiles;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.api.UpstreamTls;
import dev.socketscope.engine.config.RouteWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One route while somebody edits it: a text for each field, whatever it says. A field without text has its default. */
final class RouteDraft {
    private static final String ALL = "all";

    private final Map<RouteField, StringProperty> texts = new EnumMap<>(RouteField.class);

    RouteDraft(Route route) {
        Map<String, Object> written = RouteWriter.write(route);
        for (RouteField field : RouteField.values()) {
            texts.put(field, new SimpleStringProperty(text(written, field.key())));
        }
    }

    /** Another one that says the same. */
    RouteDraft(RouteDraft other) {
        other.texts.forEach((field, text) -> texts.put(field, new SimpleStringProperty(text.get())));
    }

    StringProperty text(RouteField field) {
        return Objects.requireNonNull(texts.get(field));
    }

    /** Whether there is anything in the field. */
    boolean says(RouteField field) {
        return !text(field).get().isBlank();
    }

    /** As the lists of routes have it. */
    String rule() {
        return text(RouteField.HOST).get() + text(RouteField.PATH).get();
    }

    /** The files that it names, as far as they are paths; neither what else there is to say about TLS nor a certificate without a key. */
    UpstreamTls files() {
        return new UpstreamTls(true, path(RouteField.AUTHORITIES),
                path(RouteField.CERTIFICATE)
                        .flatMap(chain -> path(RouteField.PRIVATE_KEY).map(key -> new KeyFiles(chain, key))),
                Optional.empty());
    }

    private Optional<Path> path(RouteField field) {
        String value = text(field).get().strip();
        try {
            return value.isEmpty() ? Optional.empty() : Optional.of(Path.of(value));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /** As a configuration has it, but every value a text; what has no text is left out. */
    SequencedMap<String, Object> written() {
        SequencedMap<String, Object> all = new LinkedHashMap<>();
        texts.forEach((field, text) -> {
            if (!text.get().isBlank()) {
                String value = text.get().strip();
                put(all, field.key(), field == RouteField.HEADERS && !value.equals(ALL) ? list(value) : value);
            }
        });
        return all;
    }

    private static List<String> list(String value) {
        return Stream.of(value.split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    private static void put(Map<String, Object> all, String key, Object value) {
        int dot = key.indexOf('.');
        if (dot < 0) {
            all.put(key, value);
            return;
        }
        @SuppressWarnings("unchecked")
        Map<String, Object> below = (Map<String, Object>) all.computeIfAbsent(key.substring(0, dot),
                any -> new LinkedHashMap<String, Object>());
        below.put(key.substring(dot + 1), value);
    }

    private static String text(Map<?, ?> written, String key) {
        int dot = key.indexOf('.');
        Object value = written.get(dot < 0 ? key : key.substring(0, dot));
        if (dot >= 0) {
            return value instanceof Map<?, ?> below ? text(below, key.substring(dot + 1)) : "";
        }
        return value instanceof List<?> list ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : value == null ? "" : value.toString();
    }
}
