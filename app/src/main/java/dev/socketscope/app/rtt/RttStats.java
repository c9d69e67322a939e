package dev.socketscope.app.rtt;

import dev.socketscope.app.controls.ChartPoints;
import dev.socketscope.app.controls.Units;
import java.util.Arrays;
import java.util.List;

/**
 * What the pings of a stretch of time say together. Round trips are milliseconds, and NaN when no ping was answered; percentiles are
 * nearest ranks.
 *
 * @param answered pings
 * @param missed pings that were not answered in time
 */
record RttStats(double p50, double p90, double p95, double p99, double most, int answered, int missed) {
    /** @param from microseconds, inclusive; {@code to} exclusive */
    static RttStats of(List<ChartPoints> lines, long from, long to) {
        int size = lines.stream().mapToInt(points -> Math.max(0, points.from(to) - points.from(from))).sum();
        float[] values = new float[size];
        int answered = 0;
        int missed = 0;
        for (ChartPoints points : lines) {
            int end = points.from(to);
            for (int i = points.from(from); i < end; i++) {
                float value = points.value(i);
                if (Float.isNaN(value)) {
                    missed++;
                } else {
                    values[answered++] = value;
                }
            }
        }
        Arrays.sort(values, 0, answered);
        return new RttStats(rank(values, answered, 0.5), rank(values, answered, 0.9), rank(values, answered, 0.95),
                rank(values, answered, 0.99), rank(values, answered, 1), answered, missed);
    }

    private static double rank(float[] sorted, int count, double share) {
        return count == 0 ? Double.NaN : sorted[Math.max(0, (int) Math.ceil(share * count) - 1)];
    }

    /** A round trip as people read it, without its unit. */
    static String millis(double millis) {
        return Double.isNaN(millis) ? Units.NOTHING : Units.millis(Math.round(millis * 1_000));
    }
}
