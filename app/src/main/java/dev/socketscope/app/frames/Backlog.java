package dev.socketscope.app.frames;

import java.util.concurrent.TimeUnit;

/**
 * Tells a filter that is behind from one that merely has not seen the newest frames yet: under steady traffic there are always
 * some of those.
 */
final class Backlog {
    private static final long MANY = 5_000;
    private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    /** Frames before this one were captured when the clock was last set back. */
    private long mark;
    private long sinceNanos;

    /**
     * @param end number after the newest captured frame
     * @param pending frames that the filter has not looked at
     * @param nanos {@link System#nanoTime()}
     * @return pending when there are more than 5,000, or one of them has waited for more than half a second; else 0
     */
    long behind(long end, long pending, long nanos) {
        if (end - pending >= mark) {
            mark = end;
            sinceNanos = nanos;
        }
        return pending > MANY || nanos - sinceNanos > LONG_NANOS ? pending : 0;
    }
}
