package dev.socketscope.app.metrics;

import dev.socketscope.engine.prometheus.Curve;
import dev.socketscope.engine.prometheus.Curves;
import dev.socketscope.engine.prometheus.FamilyHistory;
import dev.socketscope.engine.prometheus.Points;
import dev.socketscope.engine.prometheus.Reading;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A family in one value and a short line: rates and values of all its series together, the highest of percentiles and means.
 *
 * @param text the newest value with its unit
 * @param trend the values at the last scrapes, oldest first
 */
record Summary(String text, List<Double> trend) {
    static final int PLACES = 60;
    private static final long SECOND = 1_000_000;

    /** @param interval microseconds between scrapes; @param now the time of the newest */
    static Summary of(FamilyHistory family, long interval, long now) {
        Reading reading = Reading.of(family).getFirst();
        List<Curve> curves = Curves.of(family, reading, Map.of(), now - (PLACES + 1) * Math.max(SECOND, interval), now);
        boolean adds = reading == Reading.RATE || reading == Reading.VALUE;
        Map<Long, Double> together = new TreeMap<>();
        for (Curve curve : curves) {
            Points points = curve.points();
            for (int i = 0; i < points.size(); i++) {
                double value = Moments.value(family, reading, points.time(i), points.value(i));
                together.merge(points.time(i), value, adds ? Double::sum : Math::max);
            }
        }
        List<Double> trend = together.values().stream().skip(Math.max(0, together.size() - PLACES)).toList();
        double newest = trend.isEmpty() ? Double.NaN : trend.getLast();
        return new Summary(Scale.of(family, reading, newest).text(newest), trend);
    }

    double peak() {
        return trend.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }
}
