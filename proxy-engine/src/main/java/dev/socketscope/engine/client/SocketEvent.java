package dev.socketscope.engine.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a {@link ReconnectingWebSocket} tells its listener, in order and on one thread. */
public sealed interface SocketEvent {

    /**
     * It dials again.
     *
     * @param number of this attempt since the connection was last open, from 1
     * @param of how many attempts there will be at most; {@link Integer#MAX_VALUE} for no end
     * @param delay how long it has waited
     */
    record Attempt(int number, int of, Duration delay) implements SocketEvent {}

    /**
     * Messages go both ways from now on.
     *
     * @param session whether this goes on where the last connection ended
     * @param missing messages from the server that cannot be had any more, as far as the server knows
     * @param unconfirmed own messages of the last session of which nobody knows whether they arrived; they are not sent again
     */
    record Opened(Session session, long missing, long unconfirmed) implements SocketEvent {}

    /** A text message. */
    record Text(String text) implements SocketEvent {}

    /** A binary message; the array is the listener's. */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    record Binary(byte[] bytes) implements SocketEvent {}

    /** Something went wrong that is worth telling and that may or may not end the connection; {@link Closed} says if so. */
    record Failed(String what) implements SocketEvent {}

    /**
     * A connection ended, or an attempt failed.
     *
     * @param code as in RFC 6455 §7.4; 1006 when there was no Close frame or no connection
     * @param reason the peer's, or what happened; may be empty
     * @param remote whether the peer ended it
     * @param retryIn how long until the next attempt; null when there will be none
     */
    record Closed(int code, String reason, boolean remote, @Nullable Duration retryIn) implements SocketEvent {}

    /** The last attempt failed; the socket is closed for good. Follows a {@link Closed}. */
    record GaveUp(int attempts) implements SocketEvent {}

    /** What a connection is to the one before it. */
    enum Session {
        /** Nobody asked to resume, or the peer cannot: messages that were on their way are gone. */
        PLAIN,
        /** The first connection of a session that can be resumed. */
        NEW,
        /** The session goes on: nothing was lost, nothing comes twice. */
        SAME,
        /** The session could not be kept; a new one has begun. */
        LOST
    }
}
