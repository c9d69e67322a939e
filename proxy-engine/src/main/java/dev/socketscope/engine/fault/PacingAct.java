package dev.socketscope.engine.fault;

import dev.socketscope.engine.api.TransportFault;
import org.jspecify.annotations.Nullable;

/** A transport fault at work in one direction of a connection. Each says something about one of these, and nothing about the others. */
sealed interface PacingAct permits Latency, Bandwidth, Slice, BlackHole, MaxBytes {
    static PacingAct of(TransportFault spec, DirectionHold hold) {
        return switch (spec) {
            case TransportFault.Latency latency -> new Latency(hold, latency);
            case TransportFault.Bandwidth(var bytesPerSecond) -> new Bandwidth(hold, bytesPerSecond);
            case TransportFault.Slice slice -> new Slice(hold, slice);
            case TransportFault.BlackHole _ -> new BlackHole(hold);
            case TransportFault.MaxBytes(var bytes) -> new MaxBytes(hold, bytes);
        };
    }

    DirectionHold hold();

    /**
     * Bytes have come.
     *
     * @param offset of the first one, counted from the connection's beginning
     * @return for how long they may not leave, nanoseconds from when they were read
     */
    default long arrived(long offset, long readNanos) {
        return 0;
    }

    /** Whether nothing leaves. */
    default boolean swallows(long now) {
        return false;
    }

    /** Offset of the first byte that never leaves. */
    default long limit() {
        return Long.MAX_VALUE;
    }

    /** Bytes a second. */
    default long rate(long now) {
        return Long.MAX_VALUE;
    }

    /** How many bytes leave at a time. */
    default long slice(long now) {
        return Long.MAX_VALUE;
    }

    /** How long nothing leaves after something has left. */
    default long pauseNanos(long now) {
        return 0;
    }

    /** The end of the connection, when so many bytes have left that it has come. */
    default @Nullable Ending ending(long left, long now) {
        return null;
    }
}
