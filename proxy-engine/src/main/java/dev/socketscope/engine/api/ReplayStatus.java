package dev.socketscope.engine.api;

import java.time.Instant;

/**
 * A replay as it is at one moment.
 *
 * @param id {@code rpl_…}, unique within one run of the engine
 * @param connection into which it sends
 * @param messages how many it was asked to send
 * @param sent how many have been sent
 * @param bytes content of all of them
 * @param detail why it has not sent all of them; empty when there is nothing to say
 */
public record ReplayStatus(String id, String connection, int messages, int sent, long bytes, Instant startedAt,
        State state, String detail) {

    /** How far it has come. */
    public enum State {
        RUNNING,
        /** Everything was sent. */
        DONE,
        /** Somebody asked for its end. */
        CANCELLED,
        /** The connection ended, or the receiver went away. */
        BROKEN_OFF
    }
}
