package dev.socketscope.engine.metrics;

/**
 * Where a duration falls in a histogram: log-linear, in whole microseconds.
 *
 * <pre>
 *   value     0 … 63     64 … 127    128 … 255        …      2³¹ … 1 h
 *   buckets   64 of 1    32 of 2     32 of 4          …      22 of 2²⁶
 * </pre>
 *
 * Every power of two is cut into 32 buckets, so a bucket is at most 1/32 of its lower bound wide, and its middle is within
 * {@link #RELATIVE_ERROR} of everything in it. Below 64 µs values are exact.
 */
final class Buckets {
    static final long MAX_MICROS = 3_600_000_000L;
    /** Half a bucket over its lower bound. */
    static final double RELATIVE_ERROR = 1 / 64.0;
    static final int COUNT = index(MAX_MICROS) + 1;

    private static final int LOG_PER_OCTAVE = 5;

    private Buckets() {}

    /** @param micros 0 … {@link #MAX_MICROS} */
    static int index(long micros) {
        int shift = Math.max(0, Long.SIZE - 1 - LOG_PER_OCTAVE - Long.numberOfLeadingZeros(micros));
        return (shift << LOG_PER_OCTAVE) + (int) (micros >>> shift);
    }

    /** The smallest value that falls into a bucket. */
    static long low(int index) {
        int shift = shift(index);
        return (long) (index - (shift << LOG_PER_OCTAVE)) << shift;
    }

    /** The largest value that falls into a bucket. */
    static long high(int index) {
        return low(index) + (1L << shift(index)) - 1;
    }

    /** The value that stands for everything in a bucket. */
    static long middle(int index) {
        return (low(index) + high(index)) >>> 1;
    }

    private static int shift(int index) {
        return Math.max(0, (index >> LOG_PER_OCTAVE) - 1);
    }
}
