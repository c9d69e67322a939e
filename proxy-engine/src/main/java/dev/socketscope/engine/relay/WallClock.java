package dev.socketscope.engine.relay;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/** Tells the date of a {@link System#nanoTime} stamp, so that a read costs one clock call and not two. Any thread may ask. */
final class WallClock {
    private static final long ANCHOR_NANOS = TimeUnit.SECONDS.toNanos(1);

    private record Anchor(long nanos, long epochMicros) {
        static Anchor now() {
            return new Anchor(System.nanoTime(), ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()));
        }
    }

    private volatile Anchor anchor = Anchor.now();

    /** Microseconds since the epoch. */
    long micros(long nanoTime) {
        Anchor last = anchor;
        if (nanoTime - last.nanos() > ANCHOR_NANOS) {
            // The system's clock is corrected now and then; following it keeps long runs right.
            last = Anchor.now();
            anchor = last;
        }
        return last.epochMicros() + (nanoTime - last.nanos()) / 1000;
    }

    Instant instant(long nanoTime) {
        return Instant.EPOCH.plus(micros(nanoTime), ChronoUnit.MICROS);
    }
}
