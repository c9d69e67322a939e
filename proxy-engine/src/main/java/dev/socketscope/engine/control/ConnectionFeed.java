package dev.socketscope.engine.control;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.wire.ConnectionJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/** Connections that have changed since they were sent. */
final class ConnectionFeed implements Feed {
    static final int MOST_CHANGES = 500;
    private final Engine engine;
    private final Pace pace;
    private final Map<String, Connection> sent = new HashMap<>();
    private boolean begun;

    ConnectionFeed(Engine engine, LongSupplier nanos) {
        this.engine = engine;
        this.pace = new Pace(Duration.ofMillis(250), nanos);
    }

    @Override
    public void collect(List<Object> out) {
        if (!pace.isDue()) {
            return;
        }
        List<ConnectionJson> changed = new ArrayList<>();
        Set<String> there = new HashSet<>();
        for (Connection connection : engine.connections()) {
            there.add(connection.id());
            if (changed.size() < MOST_CHANGES && !connection.equals(sent.get(connection.id()))) {
                sent.put(connection.id(), connection);
                changed.add(ConnectionJson.of(connection));
            }
        }
        List<String> gone = sent.keySet().stream().filter(id -> !there.contains(id)).toList();
        gone.forEach(sent::remove);
        if (!begun || !changed.isEmpty() || !gone.isEmpty()) {
            // The first message says what there is, also when that is nothing.
            begun = true;
            out.add(new StreamMessages.Connections("connections", changed, gone));
        }
    }
}
