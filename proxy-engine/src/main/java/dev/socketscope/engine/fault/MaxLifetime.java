package dev.socketscope.engine.fault;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Ends a connection of that age. */
record MaxLifetime(ConnectionHold hold, Duration lifetime) implements EndingAct {
    @Override
    public @Nullable Ending due(Endings.Life life, long now) {
        boolean old = now - life.openedNanos() >= lifetime.toNanos();
        return old && hold.grip().fires(now) ? hold.fin("it lived for " + lifetime.toMillis() + " ms", now) : null;
    }

    @Override
    public long untilNext(Endings.Life life, long now) {
        return hold.until(life.openedNanos() + lifetime.toNanos() - now, now);
    }
}
