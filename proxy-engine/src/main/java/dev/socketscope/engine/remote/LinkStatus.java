package dev.socketscope.engine.remote;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the link to a remote engine is.
 *
 * @param since when that state began
 * @param lag how long a question and its answer take, without the engine's own time; null while it was not measured
 * @param missedEvents events that the engine had dropped before the link could read them, since the link was made
 * @param detail why the link is away, or why it polls; empty when there is nothing to say
 */
public record LinkStatus(State state, Instant since, @Nullable Duration lag, long missedEvents, String detail) {
    /** What carries the news. */
    public enum State {
        /** A WebSocket. */
        STREAMING,
        /** Long polls, because WebSockets do not come through. */
        POLLING,
        /** Nothing; it is tried again. What is shown stands still. */
        AWAY
    }

    LinkStatus measured(Duration time) {
        return new LinkStatus(state, since, time, missedEvents, detail);
    }
}
