package dev.socketscope.engine.prometheus;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The families of a text while it is read. */
final class Families {
    private static final String CREATED = "_created";

    private final Map<String, Open> byName = new LinkedHashMap<>();
    private final Set<SeriesId> seen = new HashSet<>();

    /** One that may still grow. */
    private static final class Open {
        private final String name;
        private final List<Sample> samples = new ArrayList<>();
        private Optional<MetricType> type = Optional.empty();
        private String help = "";
        private String unit = "";

        Open(String name) {
            this.name = name;
        }

        MetricFamily close() {
            return new MetricFamily(fullName(), type.orElse(MetricType.UNKNOWN), unit, help, List.copyOf(samples));
        }

        /** OpenMetrics names counters and infos without the suffix that all their samples have. */
        private String fullName() {
            return samples.isEmpty() || type.isEmpty()
                    || type.get() != MetricType.COUNTER && type.get() != MetricType.INFO ? name
                            : samples.getFirst().name();
        }
    }

    void help(String name, String text) {
        open(name).help = text;
    }

    void unit(String name, String text) {
        open(name).unit = text;
    }

    /** What is wrong with it; empty when nothing is. */
    Optional<String> type(String name, MetricType type) {
        Open family = open(name);
        if (family.type.isPresent()) {
            return Optional.of("one TYPE line for " + name);
        }
        if (!family.samples.isEmpty()) {
            return Optional.of("the TYPE of " + name + " before its samples");
        }
        family.type = Optional.of(type);
        return Optional.empty();
    }

    /** What is wrong with it; empty when nothing is. */
    Optional<String> add(Sample sample) {
        Open family = familyOf(sample.name());
        MetricType type = family.type.orElse(MetricType.UNKNOWN);
        if (sample.name().endsWith("_bucket") && (type == MetricType.HISTOGRAM || type == MetricType.GAUGEHISTOGRAM)
                && !isBound(sample.labels().getOrDefault("le", ""))) {
            return Optional.of("a bucket with a number as its label le");
        }
        if (!seen.add(sample.id())) {
            return Optional.of("each series once");
        }
        if (type == MetricType.UNKNOWN || !sample.name().equals(family.name + CREATED)) {
            family.samples.add(sample);
        }
        return Optional.empty();
    }

    private static boolean isBound(String text) {
        return !Double.isNaN(Bounds.read(text));
    }

    /** A longer name belongs to the family whose type gives samples such names. */
    private Open familyOf(String name) {
        Open exact = byName.get(name);
        if (exact != null) {
            return exact;
        }
        int cut = name.lastIndexOf('_');
        Open family = cut < 0 ? null : byName.get(name.substring(0, cut));
        boolean part = family != null
                && family.type.filter(type -> type.suffixes().contains(name.substring(cut))).isPresent();
        return part && family != null ? family : open(name);
    }

    private Open open(String name) {
        return byName.computeIfAbsent(name, Open::new);
    }

    List<MetricFamily> close() {
        return byName.values().stream().filter(family -> !family.samples.isEmpty()).map(Open::close).toList();
    }
}
