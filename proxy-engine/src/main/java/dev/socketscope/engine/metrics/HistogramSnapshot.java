package dev.socketscope.engine.metrics;

import java.util.Arrays;

/**
 * What a histogram held at one moment, or what it gained between two. Immutable. Keeps only the span of buckets that hold
 * something: 7 KiB at most, a few words when all values are alike. Times are in microseconds.
 */
public final class HistogramSnapshot {
    public static final HistogramSnapshot EMPTY = new HistogramSnapshot(0, new long[0], 0, 0);

    private final int first;
    private final long[] counts;
    private final long count;
    private final long sum;
    private final long max;

    private HistogramSnapshot(int first, long[] counts, long sum, long max) {
        this.first = first;
        this.counts = counts;
        this.count = Arrays.stream(counts).sum();
        this.sum = sum;
        this.max = max;
    }

    /** @param all one count for each of the {@link Buckets} */
    static HistogramSnapshot of(long[] all, long sum, long max) {
        int from = 0;
        int to = all.length;
        while (to > 0 && all[to - 1] == 0) {
            to--;
        }
        while (from < to && all[from] == 0) {
            from++;
        }
        if (from == to) {
            return EMPTY;
        }
        // A value may be in its bucket a moment before it is in the maximum.
        return new HistogramSnapshot(from, Arrays.copyOfRange(all, from, to), sum, Math.max(max, Buckets.low(to - 1)));
    }

    /** How many values. */
    public long count() {
        return count;
    }

    /** All values added up, exactly. */
    public long sumMicros() {
        return sum;
    }

    /** The largest value; exact, but in a difference the upper bound of the last bucket. 0 when there is none. */
    public long maxMicros() {
        return max;
    }

    /** NaN when there is no value. */
    public double meanMicros() {
        return count == 0 ? Double.NaN : (double) sum / count;
    }

    /**
     * The value that {@code percent} of all values do not exceed (nearest rank), within 1.6 %.
     *
     * @param percent 0 … 100
     * @return -1 when there is no value
     */
    public long percentileMicros(double percent) {
        if (count == 0) {
            return -1;
        }
        long left = Percentile.rank(percent, count);
        int i = 0;
        while (left > counts[i]) {
            left -= counts[i++];
        }
        return Math.min(Buckets.middle(first + i), max);
    }

    /** How many values are at most {@code micros}. A value within 1.6 % of the bound may count on its other side. */
    public long countUpTo(long micros) {
        long sum = 0;
        for (int i = 0; i < counts.length && Buckets.middle(first + i) <= micros; i++) {
            sum += counts[i];
        }
        return sum;
    }

    /** Both together. */
    public HistogramSnapshot plus(HistogramSnapshot other) {
        if (other.count == 0 || count == 0) {
            return count == 0 ? other : this;
        }
        long[] all = spread();
        other.addTo(all, 1);
        return of(all, sum + other.sum, Math.max(max, other.max));
    }

    /**
     * What came after an earlier snapshot of the same histogram, or of the same merged ones.
     *
     * @throws IllegalArgumentException when {@code before} holds more than this does
     */
    public HistogramSnapshot minus(HistogramSnapshot before) {
        long[] all = spread();
        before.addTo(all, -1);
        int last = -1;
        for (int i = 0; i < all.length; i++) {
            if (all[i] < 0) {
                throw new IllegalArgumentException("the snapshot to subtract is not an earlier one: it holds "
                        + -all[i] + " more values around " + Buckets.middle(i) + " µs");
            }
            last = all[i] > 0 ? i : last;
        }
        return last < 0 ? EMPTY : of(all, sum - before.sum, Math.min(max, Buckets.high(last)));
    }

    private long[] spread() {
        long[] all = new long[Buckets.COUNT];
        addTo(all, 1);
        return all;
    }

    private void addTo(long[] all, int sign) {
        for (int i = 0; i < counts.length; i++) {
            all[first + i] += sign * counts[i];
        }
    }
}
