package dev.socketscope.engine.recording;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Counters;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How a recorded engine stood at one moment.
 *
 * @param endEvent number of the first event that came later
 * @param connections that had been asked for, oldest first, by their ids
 */
record Standing(Instant moment, long endEvent, Map<String, Connection> connections, Counters counters,
        StatusJson status) {
    List<Connection> inOrder() {
        return List.copyOf(connections.values());
    }
}
