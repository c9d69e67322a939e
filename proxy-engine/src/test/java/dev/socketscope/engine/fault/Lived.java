package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.Direction;
import java.util.Objects;

/** A connection, and when bytes last came on it. */
final class Lived implements Endings.Life {
    private long opened;
    long up;
    long down;

    /** One on which bytes come until a moment. */
    static Lived busyUntil(long now) {
        Lived life = new Lived();
        life.up = now;
        life.down = now;
        return life;
    }

    /** One that was opened at another moment than 0. */
    static Lived openedAt(long moment) {
        Lived life = busyUntil(moment);
        life.opened = moment;
        return life;
    }

    /** The end that is due. */
    Ending due(Endings endings, long now) {
        return Objects.requireNonNull(endings.due(this, now));
    }

    @Override
    public long openedNanos() {
        return opened;
    }

    @Override
    public long lastBytesNanos(Direction direction) {
        return direction == Direction.TO_UPSTREAM ? up : down;
    }
}
