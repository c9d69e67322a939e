package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Connection;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Counts one direction. One thread writes; any thread may read, and sees each figure at most a moment late. */
final class TrafficCounter {
    private static final VarHandle FRAMES = handle("frames");
    private static final VarHandle MESSAGES = handle("messages");
    private static final VarHandle BYTES = handle("bytes");

    private long frames;
    private long messages;
    private long bytes;

    private static VarHandle handle(String field) {
        try {
            return MethodHandles.lookup().findVarHandle(TrafficCounter.class, field, long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    void add(long moreFrames, long moreMessages, long moreBytes) {
        FRAMES.setOpaque(this, frames + moreFrames);
        MESSAGES.setOpaque(this, messages + moreMessages);
        BYTES.setOpaque(this, bytes + moreBytes);
    }

    Connection.Traffic read() {
        return new Connection.Traffic((long) FRAMES.getOpaque(this), (long) MESSAGES.getOpaque(this),
                (long) BYTES.getOpaque(this));
    }

    /** Whether the figures are still those. */
    boolean reads(Connection.Traffic before) {
        return before.bytes() == (long) BYTES.getOpaque(this) && before.frames() == (long) FRAMES.getOpaque(this)
                && before.messages() == (long) MESSAGES.getOpaque(this);
    }
}
