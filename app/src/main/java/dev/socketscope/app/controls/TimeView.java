package dev.socketscope.app.controls;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Which stretch of time a chart shows. Times are microseconds since the epoch. It follows the present until somebody moves it, and
 * again when it is moved back there. Used by one thread.
 */
public final class TimeView {
    public static final long SECOND = 1_000_000;
    public static final long SHORTEST = SECOND;
    public static final long LONGEST = 7 * 86_400 * SECOND;
    /** A picture that moves by less need not be drawn. */
    private static final double STEP_PIXELS = 6;

    private final double ahead;
    private long now;
    private long end;
    private long span;
    private boolean following = true;

    /**
     * @param span how much is shown
     * @param ahead share of it that lies in the future while it follows, 0 to 0.5
     */
    public TimeView(long span, double ahead) {
        this.ahead = ahead;
        this.span = Math.clamp(span, SHORTEST, LONGEST);
    }

    /** A moment as charts count it. */
    public static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    /** The present has come here. */
    public void now(long micros) {
        now = micros;
        if (following) {
            end = present();
        }
    }

    public long now() {
        return now;
    }

    public long from() {
        return end - span;
    }

    public long to() {
        return end;
    }

    public long span() {
        return span;
    }

    public boolean following() {
        return following;
    }

    /** Shows that much, up to the same end. */
    public void span(long micros) {
        span = Math.clamp(micros, SHORTEST, LONGEST);
        if (following) {
            end = present();
        }
    }

    /**
     * Shows more or less around a place that stays where it is; while it follows, that place is the present.
     *
     * @param factor above 1 shows more
     * @param share where the place is, 0 at the left edge to 1 at the right one
     */
    public void zoom(double factor, double share) {
        long place = end - Math.round((1 - share) * span);
        span(Math.round(span * factor));
        if (!following) {
            end = place + Math.round((1 - share) * span);
        }
    }

    /** @param share of the span; above 0 towards the future, which ends at the present */
    public void pan(double share) {
        end += Math.round(share * span);
        following = end >= present();
        if (following) {
            end = present();
        }
    }

    /** Stays where it is. */
    public void hold() {
        following = false;
    }

    public void follow() {
        following = true;
        end = present();
    }

    /** Brings a moment into sight, and stays there. */
    public void show(long micros) {
        if (micros < from() || micros > end) {
            following = false;
            end = micros + span / 2;
        }
    }

    /** Where a moment stands in a width; outside of it when it is not shown. */
    public double x(long micros, double width) {
        return (micros - from()) * width / span;
    }

    public long at(double x, double width) {
        return width <= 0 ? from() : from() + Math.round(x * span / width);
    }

    /** Whether the picture of some width would be another one by now: it follows the present, which is some pixels further. */
    public boolean behind(long micros, double width) {
        return following && (micros - now) * width / span >= STEP_PIXELS;
    }

    private long present() {
        return now + Math.round(ahead * span);
    }
}
