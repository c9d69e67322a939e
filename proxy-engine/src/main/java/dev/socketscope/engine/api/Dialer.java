package dev.socketscope.engine.api;

import java.util.function.Consumer;

/** Opens WebSockets of a person's own, to this engine or past it. Safe for any thread. */
@FunctionalInterface
public interface Dialer {
    /**
     * Begins to connect and returns at once.
     *
     * @param told what happens, in order, one at a time, on threads of the dialler
     */
    Dialed dial(DialTarget target, Consumer<DialEvent> told);
}
