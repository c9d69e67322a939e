package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.Direction;

/** What leaves of the bytes in one direction. */
final class Drained {
    private Drained() {}

    static Pacing down(Armed armed) {
        return armed.onConnection().pacing(Direction.TO_CLIENT);
    }

    /** Lets everything leave that may. */
    static long drain(Pacing pacing, long now) {
        long sum = 0;
        for (long ready = pacing.ready(now); ready > 0; ready = pacing.ready(now)) {
            pacing.left(ready, now);
            sum += ready;
        }
        return sum;
    }
}
