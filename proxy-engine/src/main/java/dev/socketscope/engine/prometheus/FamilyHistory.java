package dev.socketscope.engine.prometheus;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The metrics of one name over time. Used by one thread. */
public final class FamilyHistory {
    private final Map<SeriesId, Points> series = new LinkedHashMap<>();
    private MetricFamily newest;

    FamilyHistory(MetricFamily first) {
        newest = first;
    }

    void describe(MetricFamily family) {
        newest = family;
    }

    Map<SeriesId, Points> series() {
        return series;
    }

    public String name() {
        return newest.name();
    }

    public MetricType type() {
        return newest.type();
    }

    public String help() {
        return newest.help();
    }

    /** As it was told, or as the name says: {@code seconds}, {@code bytes}; empty when neither does. */
    public String unit() {
        if (!newest.unit().isEmpty()) {
            return newest.unit();
        }
        List<String> words = List.of(newest.name().replaceFirst("_total$", "").split("_"));
        String last = words.getLast();
        return switch (last) {
            case "seconds", "bytes" -> last;
            case "ms", "milliseconds" -> "milliseconds";
            default -> "";
        };
    }

    /** All values of labels by their name, without those that only tell buckets and quantiles apart. */
    public SortedMap<String, SortedSet<String>> labels() {
        SortedMap<String, SortedSet<String>> labels = new TreeMap<>();
        series.keySet().forEach(id -> id.labels().forEach((name, value) -> {
            if (!isPart(name)) {
                labels.computeIfAbsent(name, any -> new TreeSet<>()).add(value);
            }
        }));
        return labels;
    }

    boolean labelled(String name) {
        return series.keySet().stream().anyMatch(id -> id.labels().containsKey(name));
    }

    private boolean isPart(String label) {
        return switch (type()) {
            case HISTOGRAM, GAUGEHISTOGRAM -> "le".equals(label);
            case SUMMARY -> "quantile".equals(label);
            case COUNTER, GAUGE, INFO, STATESET, UNKNOWN -> false;
        };
    }

    /** Series of a name, in the order of the text, whose labels have the wanted values. */
    Collection<Map.Entry<SeriesId, Points>> named(String name, Map<String, String> wanted) {
        return series.entrySet()
                .stream()
                .filter(e -> e.getKey().name().equals(name) && e.getKey().matches(wanted))
                .toList();
    }

    /** The sets of labels of a histogram's or summary's parts, in the order of the text. */
    Set<SortedMap<String, String>> groups(String name, String part, Map<String, String> wanted) {
        Set<SortedMap<String, String>> groups = new LinkedHashSet<>();
        named(name, wanted).forEach(e -> groups.add(e.getKey().without(part)));
        return Collections.unmodifiableSet(groups);
    }
}
