package dev.socketscope.engine.api;

import java.util.Set;

/**
 * Which captured frames a reader wants to see.
 *
 * @param connections ids; empty means every connection
 * @param filter an expression of the filter language; blank means every frame
 */
public record FrameQuery(Set<String> connections, String filter) {
    public static final FrameQuery ALL = new FrameQuery(Set.of(), "");

    public FrameQuery {
        connections = Set.copyOf(connections);
    }
}
