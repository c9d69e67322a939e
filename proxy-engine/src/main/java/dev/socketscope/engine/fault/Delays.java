package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.TransportFault;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.random.RandomGenerator;

/** Moments before which reads may not leave. Order is kept: a read leaves no sooner than the one before it. */
final class Delays {
    private static final double PARETO_ALPHA = 3;
    private static final double PARETO_MEAN = PARETO_ALPHA / (PARETO_ALPHA - 1);
    private static final double PARETO_DEVIATION = Math
            .sqrt(PARETO_ALPHA / ((PARETO_ALPHA - 1) * (PARETO_ALPHA - 1) * (PARETO_ALPHA - 2)));

    /** Bytes from that offset on may not leave before a moment. */
    private record Stamp(long offset, long releaseNanos) {}

    private final Deque<Stamp> stamps = new ArrayDeque<>();

    /**
     * One delay in nanoseconds, not below 0.
     *
     * <pre>
     *   uniform   delay + jitter · (2u − 1)                     u evenly from [0, 1)
     *   normal    delay + jitter · g                            g standard normal
     *   pareto    delay + jitter · (v − 3/2) / √(3/4)           v = (1 − u)^(−1/3), from 1 on with the mean 3/2
     * </pre>
     */
    static long sample(TransportFault.Latency latency, RandomGenerator random) {
        double delay = latency.delay().toNanos();
        double jitter = latency.jitter().toNanos();
        double sampled = switch (latency.distribution()) {
            case UNIFORM -> delay + jitter * (2 * random.nextDouble() - 1);
            case NORMAL -> delay + jitter * random.nextGaussian();
            case PARETO -> delay
                    + jitter * (Math.pow(1 - random.nextDouble(), -1 / PARETO_ALPHA) - PARETO_MEAN) / PARETO_DEVIATION;
        };
        return (long) Math.max(0, sampled);
    }

    /**
     * A read came.
     *
     * @param offset of its first byte
     * @param delayNanos counted from the read, so that what it has waited since counts
     */
    void add(long offset, long readNanos, long delayNanos) {
        Stamp last = stamps.peekLast();
        long release = readNanos + delayNanos;
        if (last != null && last.releaseNanos() - release > 0) {
            release = last.releaseNanos();
        }
        if (release - readNanos > 0) {
            stamps.add(new Stamp(offset, release));
        }
    }

    void clear() {
        stamps.clear();
    }

    boolean isEmpty() {
        return stamps.isEmpty();
    }

    /** Offset of the first byte that may not leave yet; {@link Long#MAX_VALUE} when all may. */
    long heldFrom(long now) {
        while (!stamps.isEmpty() && stamps.element().releaseNanos() - now <= 0) {
            stamps.remove();
        }
        return stamps.isEmpty() ? Long.MAX_VALUE : stamps.element().offset();
    }

    /** How long until more may leave, when nothing in front of that offset is left; 0 when something is. */
    long untilRelease(long left, long now) {
        Stamp first = stamps.peek();
        return first == null || first.offset() > left ? 0 : Waits.until(first.releaseNanos(), now);
    }
}
