package dev.socketscope.app.connections;

import dev.socketscope.app.live.LiveConnection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lines of all connections, in the engine's order. Of thousands most stand where they stood and need not be looked up, and many are what they
 * were, so that nothing is told of them.
 */
final class ConnectionRows {
    private final Map<String, ConnectionRow> known = new HashMap<>();
    private List<ConnectionRow> all = List.of();

    List<ConnectionRow> all() {
        return all;
    }

    @Nullable
    ConnectionRow get(String id) {
        return known.get(id);
    }

    /** @return those that are not as they were */
    List<LiveConnection> update(List<LiveConnection> connections) {
        List<LiveConnection> changed = new ArrayList<>();
        List<ConnectionRow> rows = new ArrayList<>(connections.size());
        int place = 0;
        for (LiveConnection connection : connections) {
            if (place < all.size() && all.get(place).key().equals(connection.id())) {
                rows.add(row(all.get(place++), connection, changed));
            } else {
                ConnectionRow row = known.get(connection.id());
                place = row == null ? place : after(row, place);
                rows.add(row(row, connection, changed));
            }
        }
        all = rows;
        if (known.size() > rows.size()) {
            known.values().retainAll(new HashSet<>(rows));
        }
        return changed;
    }

    private ConnectionRow row(@Nullable ConnectionRow row, LiveConnection connection, List<LiveConnection> changed) {
        if (row == null) {
            ConnectionRow first = new ConnectionRow(connection);
            known.put(connection.id(), first);
            changed.add(connection);
            return first;
        }
        if (row.get() != connection) {
            row.set(connection);
            changed.add(connection);
        }
        return row;
    }

    /** What stood between a place and a row that is still there is gone. */
    private int after(ConnectionRow row, int place) {
        for (int i = place; i < all.size(); i++) {
            if (all.get(i) == row) {
                return i + 1;
            }
        }
        return place;
    }
}
