package dev.socketscope.engine.metrics;

/** Percentiles by nearest rank: always a value that occurred, never one between two. */
final class Percentile {
    private Percentile() {}

    /**
     * @param percent 0 … 100
     * @param count at least 1
     * @return 1 … {@code count}
     */
    static long rank(double percent, long count) {
        return Math.clamp((long) Math.ceil(percent * count / 100), 1, count);
    }

    /** @param sorted ascending, at least one value */
    static long of(long[] sorted, double percent) {
        return sorted[(int) rank(percent, sorted.length) - 1];
    }
}
