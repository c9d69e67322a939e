package dev.socketscope.engine.metrics;

import dev.socketscope.engine.api.RttPage;
import java.util.List;

/**
 * Round trips of one leg in figures; exact, over some samples. Times are in microseconds and
 * {@link RttPage.Sample#NO_PONG} when no ping was answered.
 *
 * @param answered pings with a pong in time
 * @param unanswered pings without
 */
public record RttSummary(int answered, int unanswered, long min, long median, long p95, long p99, long max) {

    public static RttSummary of(List<RttPage.Sample> samples) {
        long[] sorted = samples.stream()
                .filter(RttPage.Sample::answered)
                .mapToLong(RttPage.Sample::micros)
                .sorted()
                .toArray();
        int unanswered = samples.size() - sorted.length;
        if (sorted.length == 0) {
            long none = RttPage.Sample.NO_PONG;
            return new RttSummary(0, unanswered, none, none, none, none, none);
        }
        return new RttSummary(sorted.length, unanswered, sorted[0], Percentile.of(sorted, 50),
                Percentile.of(sorted, 95), Percentile.of(sorted, 99), sorted[sorted.length - 1]);
    }
}
