package dev.socketscope.engine.doctor;

import dev.socketscope.engine.doctor.EnvoyRoute.Said;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What in an Envoy configuration breaks WebSockets. */
final class EnvoyExam {
    private static final String ENABLE = "upgrade_configs: [{upgrade_type: websocket}]";
    /** Envoy's own, when nothing is said. */
    private static final String USUAL_TIMEOUT = "15s";
    private static final String USUAL_IDLE = "300s";

    private final Patience patience;
    private final Findings findings;

    EnvoyExam(Duration pingInterval, Findings findings) {
        this.patience = new Patience(pingInterval);
        this.findings = findings;
    }

    void examine(Node root) {
        List<EnvoyRoute> routes = routes(root);
        boolean some = routes.stream().anyMatch(r -> r.upgrades() == Said.ON);
        List<EnvoyRoute> meant = routes.stream()
                .filter(r -> r.upgrades() == Said.ON || !some && EnvoyRoute.said(r.action()) != Said.OFF)
                .toList();
        routes.forEach(this::disabled);
        if (!some) {
            meant.stream().filter(r -> r.upgrades() == Said.NOTHING).forEach(this::missing);
        }
        meant.forEach(this::times);
        meant.stream().flatMap(r -> r.manager().stream()).distinct().forEach(this::managerTimes);
        root.all().filter(n -> n.isA("TcpProxy")).forEach(this::tcp);
        new EnvoyClusters(findings).examine(root, routes.isEmpty() ? Optional.empty() : names(meant));
    }

    private static List<EnvoyRoute> routes(Node root) {
        List<EnvoyRoute> routes = new ArrayList<>();
        List<Node> managers = root.all().filter(n -> n.isA("HttpConnectionManager")).toList();
        Set<Node> tables = new HashSet<>();
        for (Node manager : managers) {
            manager.get("route_config").ifPresent(table -> {
                tables.add(table);
                EnvoyRoute.of(Optional.of(manager), table).forEach(routes::add);
            });
        }
        root.all()
                .filter(n -> n.isMapping() && n.get("virtual_hosts").isPresent() && !tables.contains(n))
                .forEach(table -> EnvoyRoute.of(Optional.empty(), table).forEach(routes::add));
        return routes;
    }

    /** Empty when a route does not say where it leads. */
    private static Optional<Set<String>> names(List<EnvoyRoute> routes) {
        Set<String> names = new HashSet<>();
        for (EnvoyRoute route : routes) {
            if (route.clusters().isEmpty()) {
                return Optional.empty();
            }
            names.addAll(route.clusters());
        }
        return Optional.of(names);
    }

    private void missing(EnvoyRoute route) {
        // A file with routes alone belongs to a manager elsewhere, which may say it.
        route.manager()
                .ifPresent(manager -> findings.problem(
                        manager.get("upgrade_configs").orElse(manager).line(), "http_connection_manager",
                        "upgrade_configs has no websocket", "Envoy answers upgrades with 403", ENABLE));
    }

    private void disabled(EnvoyRoute route) {
        if (EnvoyRoute.said(route.action()) == Said.OFF) {
            findings.problem(route.action().get("upgrade_configs").orElse(route.action()).line(), route.where(),
                    "upgrade_configs: websocket is disabled", "Envoy answers upgrades on this route with 403",
                    "enabled: true, or leave it out");
        } else if (route.upgrades() == Said.OFF) {
            route.manager()
                    .flatMap(manager -> manager.get("upgrade_configs"))
                    .ifPresent(said -> findings.problem(said.line(), "http_connection_manager",
                            "upgrade_configs: websocket is disabled",
                            "Envoy answers upgrades with 403 on every route that does not enable them",
                            "enabled: true, or leave enabled out"));
        }
    }

    private void times(EnvoyRoute route) {
        Optional<Node> timeout = route.action().get("timeout");
        String time = timeout.flatMap(Node::text).orElse(USUAL_TIMEOUT);
        ProxyTime.parse(time)
                .filter(t -> !t.isZero())
                .ifPresent(t -> findings.problem(timeout.orElse(route.action()).line(), route.where(),
                        timeout.isPresent() ? "timeout: " + time
                                : "timeout is missing, and " + USUAL_TIMEOUT + " by default",
                        "it ends server-sent events and long polls, and, depending on the version of Envoy, a WebSocket too,"
                                + " busy or not",
                        "timeout: 0s"));
        idle(route);
        route.action()
                .get("max_stream_duration", "max_stream_duration")
                .ifPresent(longest -> duration(longest, route.where(), "max_stream_duration"));
    }

    /** The route's own idle timeout, or the manager's. */
    private void idle(EnvoyRoute route) {
        Optional<Node> own = route.action().get("idle_timeout");
        Optional<Node> said = own.or(() -> route.manager().flatMap(m -> m.get("stream_idle_timeout")));
        String name = own.isPresent() ? "idle_timeout" : "stream_idle_timeout";
        String time = said.flatMap(Node::text).orElse(USUAL_IDLE);
        patience.tooShort(time)
                .ifPresent(t -> findings.problem(said.orElse(route.action()).line(),
                        own.isPresent() || said.isEmpty() ? route.where() : "http_connection_manager",
                        said.isPresent() ? name + ": " + time : name + " is missing, and " + USUAL_IDLE + " by default",
                        patience.why(t), name + ": " + Patience.enough()));
    }

    /** What passes bytes on, and so WebSockets too. */
    private void tcp(Node proxy) {
        proxy.get("idle_timeout")
                .ifPresent(said -> patience.tooShort(said.text().orElse(""))
                        .ifPresent(t -> findings.problem(said.line(), "tcp_proxy",
                                "idle_timeout: " + said.text().orElse(""), patience.why(t),
                                "idle_timeout: " + Patience.enough())));
        proxy.get("max_downstream_connection_duration")
                .ifPresent(longest -> duration(longest, "tcp_proxy", "max_downstream_connection_duration"));
    }

    private void managerTimes(Node manager) {
        for (String name : new String[]{"max_stream_duration", "max_connection_duration"}) {
            manager.get("common_http_protocol_options", name)
                    .ifPresent(longest -> duration(longest, "http_connection_manager", name));
        }
    }

    private void duration(Node longest, String where, String name) {
        longest.text()
                .flatMap(ProxyTime::parse)
                .filter(t -> !t.isZero())
                .ifPresent(t -> findings.problem(longest.line(), where, name + ": " + longest.text().orElse(""),
                        "every WebSocket is cut " + ProxyTime.text(t) + " after "
                                + (name.equals("max_stream_duration") ? "it" : "its connection")
                                + " was opened, busy or not",
                        "leave it out"));
    }
}
