package dev.socketscope.engine.prometheus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The buckets of a histogram, of one set of labels or of several together. */
public final class Buckets {
    private final SortedMap<Double, List<Points>> byBound = new TreeMap<>();

    private Buckets(Collection<Map.Entry<SeriesId, Points>> series) {
        series.forEach(e -> byBound.computeIfAbsent(Bounds.read(e.getKey().labels().getOrDefault("le", "")),
                bound -> new ArrayList<>()).add(e.getValue()));
    }

    /** @param wanted labels that they must have */
    public static Buckets of(FamilyHistory family, Map<String, String> wanted) {
        return new Buckets(family.named(family.name() + "_bucket", wanted));
    }

    /** Times of the scrapes that all of them came with. */
    Points times() {
        return byBound.isEmpty() ? new Points() : byBound.lastEntry().getValue().getFirst();
    }

    /**
     * What came between two times.
     *
     * @param bounds ascending, in the unit of the metric; the last is infinite when the metric is as it should be
     * @param counts values up to each bound and not up to the one before
     */
    public record Spread(double[] bounds, double[] counts) {
        public double total() {
            double sum = 0;
            for (double count : counts) {
                sum += count;
            }
            return sum;
        }

        /**
         * As Prometheus' {@code histogram_quantile} has it: values are taken to lie evenly in their bucket, and those above all
         * bounds at the last finite one.
         *
         * @param share 0 to 1
         * @return NaN when there is no value
         */
        public double quantile(double share) {
            double total = total();
            if (!(total > 0)) {
                return Double.NaN;
            }
            double left = share * total;
            int i = 0;
            while (i < counts.length - 1 && left > counts[i]) {
                left -= counts[i++];
            }
            if (Double.isInfinite(bounds[i])) {
                return i == 0 ? Double.NaN : bounds[i - 1];
            }
            double low = i == 0 ? Math.min(0, bounds[0]) : bounds[i - 1];
            return counts[i] <= 0 ? bounds[i] : low + (bounds[i] - low) * Math.min(1, left / counts[i]);
        }
    }

    public Spread between(long fromMicros, long toMicros) {
        double[] bounds = byBound.keySet().stream().mapToDouble(Double::doubleValue).toArray();
        double[] counts = new double[bounds.length];
        double below = 0;
        int i = 0;
        for (List<Points> points : byBound.values()) {
            double upTo = points.stream().mapToDouble(each -> each.increase(fromMicros, toMicros)).sum();
            counts[i++] = Math.max(0, upTo - below);
            below = Math.max(below, upTo);
        }
        return new Spread(bounds, counts);
    }
}
