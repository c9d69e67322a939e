package dev.socketscope.bench.load;

/**
 * What came out of one run.
 *
 * @param count messages that came back, or connections that lived and ended
 * @param nanos how long it was measured
 * @param p50Nanos median of the time from sending, or from when sending was due, to the last byte back, or from connecting to the 101
 * @param p99Nanos 99th percentile of the same
 */
public record Measured(long count, long nanos, long p50Nanos, long p99Nanos) {
    public double perSecond() {
        return count * 1e9 / nanos;
    }
}
