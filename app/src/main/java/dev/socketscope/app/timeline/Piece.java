package dev.socketscope.app.timeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a connection's life.
 *
 * @param connection id
 * @param to null while it goes on; equal to {@code from} for a moment
 * @param text explains it to a person
 */
record Piece(String connection, Kind kind, Instant from, @Nullable Instant to, String text) {
    /** What the connection was doing. */
    enum Kind {
        /** The upgrade was under way. */
        CONNECTING,
        OPEN,
        /** A leg was lost, or the connection ended without order. */
        LOST,
        /** Nobody was dialling: the engine between attempts, or a client between two connections. */
        WAITING,
        /** The upstream was being dialled. */
        ATTEMPT,
        /** The client had gone and was waited for. */
        HELD,
        /** It ended in order. */
        ENDED
    }
}
