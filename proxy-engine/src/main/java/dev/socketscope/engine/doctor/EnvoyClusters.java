package dev.socketscope.engine.doctor;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What in Envoy's clusters breaks WebSockets. */
final class EnvoyClusters {
    private static final String OPTIONS = "typed_extension_protocol_options";
    private static final String HTTP = "envoy.extensions.upstreams.http.v3.HttpProtocolOptions";
    private static final String HTTP2 = "http2_protocol_options";
    /** Envoy's own, for connections and for requests. */
    private static final long USUAL_ROOM = 1_024;

    private final Findings findings;

    EnvoyClusters(Findings findings) {
        this.findings = findings;
    }

    /** @param used names of the clusters that WebSockets go to; empty when that is not known */
    void examine(Node root, Optional<Set<String>> used) {
        root.all()
                .flatMap(n -> n.isA("Cluster") ? Stream.of(n) : n.items("clusters").stream())
                .filter(c -> !c.text("name").isEmpty()
                        && (c.get("load_assignment").isPresent() || c.get("type").isPresent()
                                || c.get("connect_timeout").isPresent()))
                .filter(c -> used.isEmpty() || used.get().contains(c.text("name")))
                .distinct()
                .forEach(this::cluster);
    }

    private void cluster(Node cluster) {
        String where = "cluster " + cluster.text("name");
        http2(cluster).filter(options -> !options.text("allow_connect").equals("true"))
                .ifPresent(options -> findings.problem(options.line(), where, HTTP2,
                        "WebSockets over HTTP/2 need extended CONNECT (RFC 8441), here and in the upstream; without it Envoy"
                                + " answers upgrades with 503",
                        "explicit_http_config: {http_protocol_options: {}}; or allow_connect: true, when the upstream knows"
                                + " RFC 8441"));
        room(cluster, where);
        Stream.concat(
                options(cluster).flatMap(o -> o.get("common_http_protocol_options", "max_stream_duration").stream()),
                cluster.get("common_http_protocol_options", "max_stream_duration").stream())
                .forEach(longest -> longest.text()
                        .flatMap(ProxyTime::parse)
                        .filter(t -> !t.isZero())
                        .ifPresent(t -> findings.problem(longest.line(), where,
                                "max_stream_duration: " + longest.text().orElse(""),
                                "every WebSocket is cut " + ProxyTime.text(t) + " after it was opened, busy or not",
                                "leave it out")));
    }

    private static Stream<Node> options(Node cluster) {
        return cluster.get(OPTIONS, HTTP).stream();
    }

    private static Optional<Node> http2(Node cluster) {
        return Stream.concat(cluster.get(HTTP2).stream(),
                options(cluster).flatMap(o -> Stream.of("explicit_http_config", "auto_config")
                        .flatMap(kind -> o.get(kind, HTTP2).stream())))
                .findFirst();
    }

    /** Over HTTP/1.1 every WebSocket keeps a connection, and counts as a request, for as long as it is open. */
    private void room(Node cluster, String where) {
        Optional<Node> breakers = cluster.get("circuit_breakers");
        Optional<Node> usual = breakers.flatMap(b -> b.items("thresholds")
                .stream()
                .filter(t -> Set.of("", "DEFAULT", "0").contains(t.text("priority")))
                .findFirst());
        for (String name : new String[]{"max_connections", "max_requests"}) {
            Optional<Node> said = usual.flatMap(t -> t.get(name));
            long room = said.flatMap(Node::text)
                    .filter(text -> text.matches("\\d{1,18}"))
                    .map(Long::parseLong)
                    .orElse(USUAL_ROOM);
            if (said.isEmpty() || room < USUAL_ROOM) {
                findings.hint(said.or(() -> breakers).orElse(cluster).line(), where,
                        said.isEmpty() ? "circuit_breakers: " + name + " is missing, and " + USUAL_ROOM + " by default"
                                : name + ": " + room,
                        "each open WebSocket takes one of them, and the one after the last is answered with 503",
                        "more than there are WebSockets at the same time, for example " + name + ": 10000");
            }
        }
    }
}
