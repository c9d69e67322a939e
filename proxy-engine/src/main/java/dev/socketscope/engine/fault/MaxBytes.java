package dev.socketscope.engine.fault;

import org.jspecify.annotations.Nullable;

/** Lets so many bytes leave, from when it takes hold, and then ends the connection. */
final class MaxBytes implements PacingAct {
    private final DirectionHold hold;
    private final long bytes;
    private long limit = Long.MAX_VALUE;

    MaxBytes(DirectionHold hold, long bytes) {
        this.hold = hold;
        this.bytes = bytes;
    }

    @Override
    public DirectionHold hold() {
        return hold;
    }

    @Override
    public long arrived(long offset, long readNanos) {
        if (limit == Long.MAX_VALUE && hold.connection().grip().holds(readNanos)) {
            limit = offset + bytes;
        }
        return 0;
    }

    @Override
    public long limit() {
        return limit;
    }

    @Override
    public @Nullable Ending ending(long left, long now) {
        return left >= limit && hold.connection().grip().fires(now)
                ? hold.connection().fin("after " + bytes + " bytes " + hold.direction().wireName(), now)
                : null;
    }
}
