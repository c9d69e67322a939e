package dev.socketscope.engine.fault;

/**
 * Bytes that may leave at a rate. No more than {@value #BURST_MILLIS} ms of the rate are saved up while nothing leaves, which also makes
 * good for timers that come late; nothing is lent.
 */
final class TokenBucket {
    static final long BURST_MILLIS = 50;
    /** What is waited for before a little leaves, so that a fast link does not wake for every byte. */
    static final long GRAIN_MILLIS = 10;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MILLIS_PER_SECOND = 1e3;

    private double tokens;
    private long at;
    private boolean started;

    /** How many bytes may leave now. */
    long available(long bytesPerSecond, long now) {
        if (!started) {
            started = true;
            at = now;
        }
        double most = Math.max(1, bytesPerSecond * BURST_MILLIS / MILLIS_PER_SECOND);
        tokens = Math.min(most, tokens + (now - at) * (bytesPerSecond / NANOS_PER_SECOND));
        at = now;
        return (long) tokens;
    }

    /** So many bytes have left; at most as many as were available. While there is no rate nothing is paid for. */
    void take(long bytes) {
        if (started) {
            tokens -= bytes;
        }
    }

    /** There is no rate: what was saved up is no longer there. */
    void reset() {
        started = false;
        tokens = 0;
    }

    /** Nanoseconds until a grain of the waiting bytes may leave; 0 when some may now. */
    long untilSome(long bytesPerSecond, long waiting) {
        if (tokens >= 1) {
            return 0;
        }
        double grain = Math.max(1, bytesPerSecond * GRAIN_MILLIS / MILLIS_PER_SECOND);
        return (long) Math.ceil((Math.min(grain, waiting) - tokens) * NANOS_PER_SECOND / bytesPerSecond);
    }
}
