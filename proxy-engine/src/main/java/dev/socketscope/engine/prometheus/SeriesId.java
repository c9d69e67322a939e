package dev.socketscope.engine.prometheus;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What tells a series of values from all others.
 *
 * @param name of its samples, for example {@code websocket_bytes_total}
 * @param labels in the order of their names, unescaped
 */
public record SeriesId(String name, SortedMap<String, String> labels) {
    public SeriesId {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    public static SeriesId of(String name, Map<String, String> labels) {
        return new SeriesId(name, new TreeMap<>(labels));
    }

    /** The labels but one, to find series that belong together. */
    SortedMap<String, String> without(String label) {
        SortedMap<String, String> rest = new TreeMap<>(labels);
        rest.remove(label);
        return rest;
    }

    boolean matches(Map<String, String> wanted) {
        return labels.entrySet().containsAll(wanted.entrySet());
    }

    /** For people: {@code direction="sent"}; empty without labels. */
    public static String text(Map<String, String> labels) {
        return labels.entrySet()
                .stream()
                .map(e -> e.getKey() + "=\"" + e.getValue() + "\"")
                .collect(
                        Collectors.joining(", "));
    }
}
