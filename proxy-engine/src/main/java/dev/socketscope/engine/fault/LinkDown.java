package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.Command.Legs;
import org.jspecify.annotations.Nullable;

/** Ends a connection each time its link goes down. */
final class LinkDown implements EndingAct {
    private final ConnectionHold hold;
    private final Downtime downtime;
    private long seenCycle;

    LinkDown(ConnectionHold hold, Downtime downtime) {
        this.hold = hold;
        this.downtime = downtime;
    }

    @Override
    public ConnectionHold hold() {
        return hold;
    }

    @Override
    public @Nullable Ending due(Endings.Life life, long now) {
        long cycle = downtime.cycle(now);
        if (cycle == seenCycle || !downtime.isDown(now)) {
            return null;
        }
        seenCycle = cycle;
        return hold.end(downtime.ending(), now);
    }

    @Override
    public long untilNext(Endings.Life life, long now) {
        return downtime.untilDown(now);
    }

    @Override
    public boolean isDown(Legs side, long now) {
        return downtime.concerns(side) && downtime.isDown(now);
    }
}
