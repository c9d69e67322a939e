package dev.socketscope.engine.remote;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.wire.ConnectionJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Connections as the link has told them last, oldest first. Any thread. */
final class ConnectionMirror {
    private final Map<String, Connection> byId = new LinkedHashMap<>();
    private boolean stale;

    /** The link begins anew: its first message says what there is, and what it does not tell is gone. */
    synchronized void begin() {
        stale = true;
    }

    synchronized void update(List<ConnectionJson> changed, List<String> gone) {
        if (stale) {
            stale = false;
            byId.clear();
        }
        changed.forEach(c -> byId.put(c.id(), c.toApi()));
        gone.forEach(byId::remove);
    }

    synchronized List<Connection> all() {
        return List.copyOf(byId.values());
    }

    synchronized Optional<Connection> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
