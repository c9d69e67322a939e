package dev.socketscope.engine.fault;

import java.time.Duration;

/** Keeps a leg's end from the other leg for a while. */
record SlowClose(ConnectionHold hold, Duration delay) implements EndingAct {
    @Override
    public long slowCloseNanos(long now) {
        if (!hold.grip().fires(now)) {
            return 0;
        }
        hold.tell("the end was kept back for " + delay.toMillis() + " ms", now);
        return delay.toNanos();
    }
}
