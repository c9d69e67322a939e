package dev.socketscope.engine.fault;

/** Spans of time until something should be asked again. */
public final class Waits {
    /** No time by itself brings anything new. */
    public static final long NEVER = Long.MAX_VALUE;

    private Waits() {}

    /** From now to a moment of the same clock, which may wrap around; 0 when it has passed. */
    static long until(long moment, long now) {
        return Math.max(0, moment - now);
    }
}
