package dev.socketscope.app.hmr;

import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.app.live.LiveState;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.Away;
import dev.socketscope.engine.api.HmrStatus;
import dev.socketscope.engine.api.Leg;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A page that is reloaded hot.
 *
 * @param path of its socket; empty when the connection is not known any more
 * @param client where the page is, {@code host:port}; may be empty
 * @param away since when the page is missing; null while it is there
 */
record Page(HmrStatus status, String path, String client, @Nullable Instant away) {
    String id() {
        return status.connection();
    }

    /** Whether there is something that a person should know. */
    boolean tells() {
        return status.error() != null || !status.queue().isEmpty();
    }

    /** All pages, in the engine's order. */
    static List<Page> of(LiveState state) {
        if (state.readings().hmr().isEmpty()) {
            return List.of();
        }
        Set<String> wanted = state.readings().hmr().stream().map(HmrStatus::connection).collect(Collectors.toSet());
        Map<String, Connection> known = state.connections()
                .stream()
                .map(LiveConnection::connection)
                .filter(connection -> wanted.contains(connection.id()))
                .collect(Collectors.toMap(Connection::id, Function.identity(), (one, other) -> other));
        return state.readings().hmr().stream().map(status -> of(status, known.get(status.connection()))).toList();
    }

    private static Page of(HmrStatus status, @Nullable Connection connection) {
        if (connection == null) {
            return new Page(status, "", "", null);
        }
        Away missing = connection.survival().away();
        return new Page(status, connection.path(), connection.client().address(),
                missing != null && missing.leg() == Leg.CLIENT ? missing.since() : null);
    }
}
