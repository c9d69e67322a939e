package dev.socketscope.engine.control;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Lets something happen no more often than its interval. */
final class Pace {
    private final long interval;
    private final LongSupplier nanos;
    private long last;
    private boolean begun;

    Pace(Duration interval, LongSupplier nanos) {
        this.interval = interval.toNanos();
        this.nanos = nanos;
    }

    boolean isDue() {
        long now = nanos.getAsLong();
        if (begun && now - last < interval) {
            return false;
        }
        begun = true;
        last = now;
        return true;
    }
}
