package dev.socketscope.engine.api;

import java.time.Instant;
import java.util.List;

/**
 * An engine that was: it can be looked at as it stood at any moment between its first and its last. Everything that {@link Engine} tells is
 * of {@link #moment()}, which is {@link #end()} until somebody goes elsewhere.
 */
public interface Playable extends Engine {
    /** Of the first thing that is known of it. */
    Instant begin();

    /** Of the last. */
    Instant end();

    Instant moment();

    /** Events of its whole time, those after {@link #moment()} too, oldest first. */
    List<Event> history();

    /**
     * Goes to a moment; one before the begin or after the end leads to these. May take a second the first time, and some milliseconds after that. Any
     * thread.
     */
    void go(Instant moment);
}
