package dev.socketscope.app.rtt;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.Leg;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the round trips of the connections that are wanted now, and forgets those of others. JavaFX thread only. */
final class RttFeed {
    /** Lines of more connections cannot be told apart. */
    static final int MOST = 10;

    private final Engine engine;
    private final Map<String, List<LegLine>> lines = new LinkedHashMap<>();

    RttFeed(Engine engine) {
        this.engine = engine;
    }

    /** What has been read is not what was: reads everything anew. */
    void forget() {
        lines.clear();
    }

    /** @param wanted the first {@value #MOST} of them are read */
    List<LegLine> read(List<Connection> wanted) {
        List<Connection> some = wanted.subList(0, Math.min(MOST, wanted.size()));
        Set<String> ids = some.stream().map(Connection::id).collect(Collectors.toSet());
        lines.keySet().retainAll(ids);
        List<LegLine> all = new ArrayList<>();
        for (Connection connection : some) {
            int place = free();
            all.addAll(lines.computeIfAbsent(connection.id(), id -> List.of(
                    new LegLine(connection, Leg.CLIENT, place), new LegLine(connection, Leg.UPSTREAM, place))));
        }
        all.forEach(line -> line.read(engine));
        return all;
    }

    /** As {@link #read}; true when that found anything new. */
    boolean more(List<Connection> wanted) {
        Map<String, Long> before = HashMap.newHashMap(lines.size());
        lines.values().forEach(legs -> legs.forEach(line -> before.put(line.key(), line.cursor())));
        return read(wanted).stream().anyMatch(line -> !Objects.equals(before.get(line.key()), line.cursor()));
    }

    /** A connection keeps its place, and so its colour, for as long as it is shown. */
    private int free() {
        Set<Integer> taken = lines.values().stream().map(legs -> legs.getFirst().place()).collect(Collectors.toSet());
        int place = 0;
        while (taken.contains(place)) {
            place++;
        }
        return place;
    }
}
