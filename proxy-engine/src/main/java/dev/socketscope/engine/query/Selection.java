package dev.socketscope.engine.query;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.query.filter.Filter;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Decides which frames a view shows. What concerns the connection is decided once per connection and remembered, so that most
 * frames of other connections cost no more than their header. Belongs to one thread.
 */
final class Selection {
    private static final long PATIENCE_MICROS = 2_000_000;

    private final Set<String> connections;
    private final Filter filter;
    private final boolean changeable;
    private final boolean asksInProxy;
    private final IntFunction<String> ids;
    private final Function<String, @Nullable Connection> lookup;
    private final Map<Integer, Filter> filters = new HashMap<>();
    private int lastConnection;
    private @Nullable Filter lastFilter;

    /**
     * @param connections ids; empty means every connection
     * @param ids tells the id of a connection's number in the capture
     * @param lookup null for a connection that is no longer known
     */
    Selection(Set<String> connections, Filter filter, IntFunction<String> ids,
            Function<String, @Nullable Connection> lookup) {
        this.connections = connections;
        this.filter = filter;
        this.changeable = filter.asksConnection();
        this.asksInProxy = filter.asksInProxy();
        this.ids = ids;
        this.lookup = lookup;
    }

    /** Connections may have changed; looks at them again where the filter cares. */
    void refresh() {
        if (changeable) {
            filters.clear();
            lastFilter = null;
        }
    }

    /**
     * Whether the frame is still on its way and the filter asks how long that takes. After two seconds it is judged as it is, so
     * that a frame somebody holds back does not hold back the view.
     */
    boolean isTooEarlyFor(FrameReader frame) {
        return asksInProxy && frame.inProxyMicros() < 0
                && System.currentTimeMillis() * 1000 - frame.atMicros() < PATIENCE_MICROS;
    }

    boolean includes(FrameReader frame) {
        Filter left = lastFilter;
        if (left == null || frame.connection() != lastConnection) {
            lastConnection = frame.connection();
            left = filters.computeIfAbsent(lastConnection, this::filterFor);
            lastFilter = left;
        }
        return !left.isNone() && (left.isAll() || left.matches(frame));
    }

    private Filter filterFor(int connection) {
        String id = ids.apply(connection);
        if (!connections.isEmpty() && !connections.contains(id)) {
            return Filter.NONE;
        }
        return changeable ? filter.on(lookup.apply(id)) : filter;
    }
}
