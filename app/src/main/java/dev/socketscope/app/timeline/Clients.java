package dev.socketscope.app.timeline;

import dev.socketscope.engine.api.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds out which connections are one client that came again: same path, same client address, and the next one asked for soon after
 * the one before had ended. Two clients of one host that do so at once cannot be told apart by this; each goes to the nearest end.
 */
final class Clients {
    private static final Duration LONGEST_GAP = Duration.ofSeconds(45);

    private Clients() {}

    /** @return each client's connections, the oldest first */
    static List<List<Connection>> of(List<Connection> connections) {
        List<List<Connection>> clients = new ArrayList<>();
        for (Connection each : connections.stream().sorted(Comparator.comparing(Connection::openedAt)).toList()) {
            clients.stream()
                    .filter(client -> continues(client.getLast(), each))
                    .max(Comparator.comparing(client -> end(client.getLast())))
                    .ifPresentOrElse(client -> client.add(each), () -> clients.add(new ArrayList<>(List.of(each))));
        }
        return clients;
    }

    /** Seconds between an end and the next beginning, since the last connection that lived long enough to reset a client's count. */
    static List<Double> gaps(List<Connection> client) {
        List<Double> gaps = new ArrayList<>();
        for (int i = 1; i < client.size(); i++) {
            Connection before = client.get(i - 1);
            if (Duration.between(before.openedAt(), end(before)).toSeconds() >= 5) {
                gaps.clear();
            }
            gaps.add(Duration.between(end(before), client.get(i).openedAt()).toMillis() / 1000.0);
        }
        return gaps;
    }

    private static boolean continues(Connection before, Connection next) {
        if (before.closedAt() == null || !before.path().equals(next.path()) || !host(before).equals(host(next))) {
            return false;
        }
        Duration gap = Duration.between(before.closedAt(), next.openedAt());
        return !gap.isNegative() && gap.compareTo(LONGEST_GAP) <= 0;
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
