package dev.socketscope.engine.story;

import dev.socketscope.engine.api.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Finds out which connections are one client that came again: same path, same client address without its port, and the next one asked
 * for at most 45 s after the one before had ended. Two clients of one host that do so at once cannot be told apart by this; each goes to
 * the nearest end.
 */
public final class ClientStories {
    private static final Duration LONGEST_GAP = Duration.ofSeconds(45);
    /** A client may be back before the other leg of its last connection has ended too. */
    private static final Duration OVERLAP = Duration.ofMillis(500);
    /** A connection that lived so long resets a client's count of attempts. */
    private static final Duration SETTLED = Duration.ofSeconds(5);

    private ClientStories() {}

    /** @return each client's connections, the oldest first */
    public static List<List<Connection>> of(List<Connection> connections) {
        List<List<Connection>> clients = new ArrayList<>();
        Map<String, NavigableMap<Instant, List<Connection>>> ended = new HashMap<>();
        for (Connection each : connections.stream().sorted(Comparator.comparing(Connection::openedAt)).toList()) {
            NavigableMap<Instant, List<Connection>> ends = ended.computeIfAbsent(host(each) + " " + each.path(),
                    any -> new TreeMap<>());
            List<Connection> client = take(ends, each.openedAt());
            if (client.isEmpty()) {
                clients.add(client);
            }
            client.add(each);
            if (each.closedAt() != null) {
                ends.put(free(ends, each.closedAt()), client);
            }
        }
        return clients;
    }

    /** The client that ended last before a moment, and not long ago, or just after it; a new one when there is none. */
    private static List<Connection> take(NavigableMap<Instant, List<Connection>> ends, Instant opened) {
        Map.Entry<Instant, List<Connection>> last = ends.floorEntry(opened);
        if (last == null || Duration.between(last.getKey(), opened).compareTo(LONGEST_GAP) > 0) {
            last = ends.ceilingEntry(opened);
            if (last == null || Duration.between(opened, last.getKey()).compareTo(OVERLAP) > 0) {
                return new ArrayList<>();
            }
        }
        ends.remove(last.getKey());
        return last.getValue();
    }

    /** Clients that were cut at once must not hide each other. */
    private static Instant free(NavigableMap<Instant, List<Connection>> ends, Instant end) {
        Instant at = end;
        while (ends.containsKey(at)) {
            at = at.plusNanos(1);
        }
        return at;
    }

    /** Seconds between an end and the next beginning, since the last connection that lived long enough to reset a client's count. */
    public static List<Double> gaps(List<Connection> client) {
        List<Double> gaps = new ArrayList<>();
        for (int i = 1; i < client.size(); i++) {
            Connection before = client.get(i - 1);
            if (Duration.between(before.openedAt(), end(before)).compareTo(SETTLED) >= 0) {
                gaps.clear();
            }
            long millis = Duration.between(end(before), client.get(i).openedAt()).toMillis();
            gaps.add(Math.max(0, millis) / 1000.0);
        }
        return gaps;
    }

    private static Instant end(Connection connection) {
        return connection.closedAt() == null ? Instant.MAX : connection.closedAt();
    }

    private static String host(Connection connection) {
        String address = connection.client().address();
        int colon = address.lastIndexOf(':');
        return colon < 0 ? address : address.substring(0, colon);
    }
}
