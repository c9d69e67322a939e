package dev.socketscope.engine.prometheus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.IntToDoubleFunction;

/** Makes lines of the values of a family between two times. */
public final class Curves {
    private static final double SECOND = 1_000_000;
    private static final List<Double> PERCENTILES = List.of(0.5, 0.95, 0.99);

    private final FamilyHistory family;
    private final Map<String, String> wanted;
    private final long from;
    private final long to;
    private final List<Curve> curves = new ArrayList<>();

    private Curves(FamilyHistory family, Map<String, String> wanted, long from, long to) {
        this.family = family;
        this.wanted = wanted;
        this.from = from;
        this.to = to;
    }

    /**
     * @param wanted labels that a line must have
     * @param from microseconds since the epoch, inclusive, as is {@code to}
     * @return in the order of the text
     */
    public static List<Curve> of(FamilyHistory family, Reading reading, Map<String, String> wanted, long from,
            long to) {
        Curves made = new Curves(family, wanted, from, to);
        switch (reading) {
            case VALUE -> made.values();
            case RATE -> made.rates();
            case PERCENTILES -> made.percentiles();
            case MEAN -> made.means();
        }
        return List.copyOf(made.curves);
    }

    private void values() {
        family.series()
                .entrySet()
                .stream()
                .filter(e -> e.getKey().matches(wanted))
                .forEach(e -> add(e.getKey().labels(), "", e.getValue(), e.getValue()::value, 0));
    }

    private void rates() {
        String name = isCounted() ? family.name() + "_count" : family.name();
        family.named(name, wanted).forEach(e -> {
            Points points = e.getValue();
            add(e.getKey().labels(), "", points,
                    i -> points.step(i) * SECOND / Math.max(1, points.time(i) - points.time(i - 1)), 1);
        });
    }

    private boolean isCounted() {
        return family.type() == MetricType.HISTOGRAM || family.type() == MetricType.SUMMARY;
    }

    private void percentiles() {
        if (family.type() == MetricType.SUMMARY) {
            family.named(family.name(), wanted)
                    .forEach(e -> add(e.getKey().without("quantile"), e.getKey().labels().getOrDefault("quantile", ""),
                            e.getValue(), e.getValue()::value, 0));
            return;
        }
        for (SortedMap<String, String> labels : family.groups(family.name() + "_bucket", "le", wanted)) {
            Buckets buckets = Buckets.of(family, labels);
            Points times = buckets.times();
            for (double share : PERCENTILES) {
                add(labels, "p" + Math.round(share * 100), times,
                        i -> buckets.between(times.time(i - 1), times.time(i)).quantile(share), 1);
            }
        }
    }

    private void means() {
        for (Map.Entry<SeriesId, Points> e : family.named(family.name() + "_count", wanted)) {
            Points counts = e.getValue();
            Points sums = family.series().get(new SeriesId(family.name() + "_sum", e.getKey().labels()));
            if (sums != null) {
                add(e.getKey().labels(), "", counts, i -> sums.increase(counts.time(i - 1), counts.time(i))
                        / counts.increase(counts.time(i - 1), counts.time(i)), 1);
            }
        }
    }

    /** @param first how many points before it a value needs */
    private void add(SortedMap<String, String> labels, String part, Points times, IntToDoubleFunction value,
            int first) {
        Points made = new Points();
        for (int i = Math.max(first, times.from(from)); i < times.size() && times.time(i) <= to; i++) {
            double each = value.applyAsDouble(i);
            if (Double.isFinite(each)) {
                made.add(times.time(i), each, Integer.MAX_VALUE);
            }
        }
        curves.add(new Curve(labels, part, made));
    }
}
