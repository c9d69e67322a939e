package dev.socketscope.app.frames;

import dev.socketscope.app.controls.TimeView;
import dev.socketscope.engine.api.Connection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Remembers the path and the opening of connections, so that drawing a row asks the engine once for each. */
final class ConnectionNames {
    private static final int LIMIT = 2_000;

    private record Known(String path, long openedMicros) {}

    private final Function<String, Optional<Connection>> engine;
    private final Map<String, Known> known = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > LIMIT;
        }
    };

    ConnectionNames(Function<String, Optional<Connection>> engine) {
        this.engine = engine;
    }

    /** The request's path; empty when the engine has forgotten the connection. */
    String path(String id) {
        return find(id).map(Known::path).orElse("");
    }

    /** Microseconds since the epoch. */
    OptionalLong openedMicros(String id) {
        return find(id).map(one -> OptionalLong.of(one.openedMicros())).orElseGet(OptionalLong::empty);
    }

    private Optional<Known> find(String id) {
        Known before = known.get(id);
        if (before != null) {
            return Optional.of(before);
        }
        Optional<Known> found = engine.apply(id)
                .map(c -> new Known(c.path(), TimeView.micros(c.openedAt())));
        found.ifPresent(one -> known.put(id, one));
        return found;
    }
}
