package dev.socketscope.engine.client;

/** What became of a message at the moment of sending. */
public sealed interface Sent {

    /** It was handed to the open connection. */
    record Now() implements Sent {}

    /** It waits, for a connection or for the connection's room, and goes out in its turn. */
    record Queued() implements Sent {}

    /** It was not taken and will never be sent. */
    record Refused(Reason reason) implements Sent {}

    /** Why a message was not taken. */
    enum Reason {
        /** As much as may wait waits already. */
        QUEUE_FULL,
        /** The message alone exceeds what may wait. */
        TOO_LARGE,
        /** The socket has been closed, or has given up. */
        CLOSED
    }
}
