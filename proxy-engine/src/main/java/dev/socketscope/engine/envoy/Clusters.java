package dev.socketscope.engine.envoy;

import dev.socketscope.engine.api.EngineConfig.Limits;
import java.nio.file.Path;
import java.util.List;

/** Upstreams as Envoy's clusters. */
final class Clusters {
    private static final String HTTP = "envoy.extensions.upstreams.http.v3.HttpProtocolOptions";
    /** Where Debian, Ubuntu and Alpine, and Envoy's own images, keep the authorities that they trust. */
    private static final Path AUTHORITIES = Path.of("/etc/ssl/certs/ca-certificates.crt");

    private final Limits limits;

    Clusters(Limits limits) {
        this.limits = limits;
    }

    Object cluster(Upstream upstream) {
        Message cluster = new Message().with("name", upstream.cluster());
        if (upstream.open()) {
            cluster.with("type", "ORIGINAL_DST").with("lb_policy", "CLUSTER_PROVIDED");
        } else {
            cluster.with("type", upstream.isAddress() ? "STATIC" : "STRICT_DNS").with("lb_policy", "ROUND_ROBIN");
        }
        cluster.with("connect_timeout", limits.handshakeTimeout()).with("circuit_breakers", breakers());
        // HTTP/1.1, because an upgrade is a matter of HTTP/1.1 unless both sides know extended CONNECT (RFC 8441).
        cluster.with("typed_extension_protocol_options", new Message().with(HTTP, Message.typed(HTTP)
                .with("explicit_http_config", new Message().with("http_protocol_options", new Message()))));
        if (upstream.tls()) {
            cluster.with("transport_socket", tls(upstream));
        }
        return (upstream.open() ? cluster.with("original_dst_lb_config", new Message().with("use_http_header", true))
                : placed(cluster, upstream)).fields();
    }

    private static Message placed(Message cluster, Upstream upstream) {
        if (!upstream.isAddress()) {
            cluster.with("dns_lookup_family", "ALL");
        }
        Message endpoint = new Message().with("endpoint", new Message().with("address",
                Sockets.address(upstream.host(), upstream.port())));
        return cluster.with("load_assignment", new Message().with("cluster_name", upstream.cluster())
                .with("endpoints", List.of(new Message().with("lb_endpoints", List.of(endpoint.fields())).fields())));
    }

    /** Over HTTP/1.1 a WebSocket keeps a connection and a request for as long as it is open; plain requests come on top. */
    private Message breakers() {
        int most = limits.maxConnections() + limits.maxPending();
        return new Message().with("thresholds", List.of(new Message().with("priority", "DEFAULT")
                .with("max_connections", most)
                .with("max_pending_requests", limits.maxPending())
                .with("max_requests", most)
                .fields()));
    }

    private static Object tls(Upstream upstream) {
        Message context = Message.typed("envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext");
        upstream.name().ifPresent(name -> context.with("sni", name));
        Message common = new Message();
        upstream.proof()
                .certificate()
                .ifPresent(files -> common.with("tls_certificates", List.of(new Message()
                        .with("certificate_chain", file(files.certificate()))
                        .with("private_key", file(files.key()))
                        .fields())));
        if (upstream.proof().verify()) {
            common.with("validation_context", validation(upstream));
        }
        if (!common.fields().isEmpty()) {
            context.with("common_tls_context", common);
        }
        return Message.extension("envoy.transport_sockets.tls", context);
    }

    private static Message file(Path path) {
        return new Message().with("filename", path.toString());
    }

    private static Message validation(Upstream upstream) {
        Message name = new Message().with("san_type", upstream.name().isPresent() ? "DNS" : "IP_ADDRESS")
                .with("matcher", new Message().with("exact", upstream.name().orElse(upstream.host())));
        return new Message().with("trusted_ca", file(upstream.proof().authorities().orElse(AUTHORITIES)))
                .with("match_typed_subject_alt_names", List.of(name.fields()));
    }
}
