package dev.socketscope.engine.doctor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A route of Envoy that leads to a cluster.
 *
 * @param manager the connection manager that it belongs to; empty in a file with routes alone
 * @param route with its {@code match}
 * @param action where it leads and how
 */
record EnvoyRoute(Optional<Node> manager, String host, Node route, Node action) {
    private static final List<String> MATCHES = List.of("prefix", "path", "path_separated_prefix");

    /** What is said about upgrades somewhere. */
    enum Said {
        ON, OFF, NOTHING
    }

    /** All routes of a table, those that redirect or answer by themselves left out. */
    static Stream<EnvoyRoute> of(Optional<Node> manager, Node table) {
        return table.items("virtual_hosts")
                .stream()
                .flatMap(host -> host.items("routes")
                        .stream()
                        .flatMap(route -> route.get("route")
                                .map(action -> new EnvoyRoute(manager, host.text("name"), route, action))
                                .stream()));
    }

    String where() {
        String match = MATCHES.stream()
                .map(kind -> route.text("match", kind))
                .filter(path -> !path.isEmpty())
                .findFirst()
                .orElseGet(() -> route.text("match", "safe_regex", "regex"));
        return "route " + (match.isEmpty() ? "" : match + " ") + (host.isEmpty() ? "" : "of " + host);
    }

    /** What a node's {@code upgrade_configs} say about WebSockets. */
    static Said said(Node node) {
        return node.items("upgrade_configs")
                .stream()
                .filter(u -> u.text("upgrade_type").equalsIgnoreCase("websocket"))
                .reduce((_, later) -> later)
                .map(u -> u.text("enabled").equals("false") ? Said.OFF : Said.ON)
                .orElse(Said.NOTHING);
    }

    /** The route's word counts before the manager's; nothing when nobody says anything. */
    Said upgrades() {
        Said own = said(action);
        return own == Said.NOTHING ? manager.map(EnvoyRoute::said).orElse(Said.NOTHING) : own;
    }

    /** The names of the clusters that it leads to; empty when requests choose. */
    List<String> clusters() {
        String one = action.text("cluster");
        return !one.isEmpty() ? List.of(one)
                : action.get("weighted_clusters")
                        .map(w -> w.items("clusters").stream().map(c -> c.text("name")).toList())
                        .orElse(List.of());
    }
}
