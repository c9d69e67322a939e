package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.Direction;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Ends a connection on which no byte has travelled for so long, in the match's direction or in any. */
record IdleCut(ConnectionHold hold, Duration idle) implements EndingAct {
    @Override
    public @Nullable Ending due(Endings.Life life, long now) {
        boolean quiet = now - lastBytes(life) >= idle.toNanos();
        return quiet && hold.grip().fires(now) ? hold.fin("idle for " + idle.toMillis() + " ms", now) : null;
    }

    @Override
    public long untilNext(Endings.Life life, long now) {
        return hold.until(lastBytes(life) + idle.toNanos() - now, now);
    }

    private long lastBytes(Endings.Life life) {
        Direction only = hold.rule().match().direction();
        if (only != null) {
            return life.lastBytesNanos(only);
        }
        long up = life.lastBytesNanos(Direction.TO_UPSTREAM);
        long down = life.lastBytesNanos(Direction.TO_CLIENT);
        return up - down > 0 ? up : down;
    }
}
