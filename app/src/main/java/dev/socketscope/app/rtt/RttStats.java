package dev.socketscope.app.rtt;

import dev.socketscope.app.controls.ChartPoints;
import java.util.Arrays;
import java.util.List;

/**
 * What the pings of a stretch of time say together.
 *
 * @param p50 milliseconds; NaN when no ping was answered
 * @param p99 milliseconds; NaN when no ping was answered
 * @param answered pings
 * @param missed pings that were not answered in time
 */
record RttStats(double p50, double p99, int answered, int missed) {
    /** @param from microseconds, inclusive; {@code to} exclusive */
    static RttStats of(List<ChartPoints> lines, long from, long to) {
        int most = lines.stream().mapToInt(points -> Math.max(0, points.from(to) - points.from(from))).sum();
        float[] values = new float[most];
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
        return new RttStats(rank(values, answered, 0.5), rank(values, answered, 0.99), answered, missed);
    }

    /** The nearest rank. */
    private static double rank(float[] sorted, int count, double share) {
        return count == 0 ? Double.NaN : sorted[Math.max(0, (int) Math.ceil(share * count) - 1)];
    }
}
