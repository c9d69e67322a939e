package dev.socketscope.engine.envoy;

import dev.socketscope.engine.api.EngineInfo;
import dev.socketscope.engine.api.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * The routes as a whole configuration of Envoy (v3 API, static resources only) that carries WebSockets as the engine does, as far as Envoy
 * can.
 *
 * <pre>
 *   listener ─► http_connection_manager ─► virtual hosts ─► routes ─► clusters, HTTP/1.1
 *               upgrade_configs: websocket                  timeout 0s, idle_timeout
 * </pre>
 */
public final class EnvoyBootstrap {
    private static final String ADMIN = "127.0.0.1";
    private static final int ADMIN_PORT = 9901;
    private static final String LOG_LINE = "%START_TIME% %RESPONSE_CODE% %RESPONSE_FLAGS% %DURATION% ms"
            + " %REQ(:METHOD)% %REQ_WITHOUT_QUERY(:PATH)% upgrade=%REQ(UPGRADE)% in=%BYTES_RECEIVED%"
            + " out=%BYTES_SENT% upstream=%UPSTREAM_HOST% %UPSTREAM_TRANSPORT_FAILURE_REASON%\n";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES, YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS,
                    YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();

    private EnvoyBootstrap() {}

    /**
     * YAML with comments on what Envoy does not do.
     *
     * @param info whose listen address Envoy takes, and whose limits
     * @throws IllegalArgumentException when Envoy has no means for a route; the message says which and why
     */
    public static String yaml(EngineInfo info, List<Route> routes) {
        List<Upstream> upstreams = routes.stream().map(Upstream::of).distinct().toList();
        Clusters clusters = new Clusters(info.limits());
        Message resources = new Message().with("listeners", List.of(listener(info.listen(), routes, upstreams)))
                .with("clusters", upstreams.stream().map(clusters::cluster).toList());
        return comments(routes) + YAML.writeValueAsString(
                admin(upstreams).with("static_resources", resources).fields());
    }

    /** Whoever reaches it may stop Envoy, so there is none where a request can name any port of this machine. */
    private static Message admin(List<Upstream> upstreams) {
        Message bootstrap = new Message();
        return upstreams.stream().anyMatch(Upstream::open) ? bootstrap
                : bootstrap.with("admin", new Message().with("address", Sockets.address(ADMIN, ADMIN_PORT)));
    }

    private static Map<String, Object> listener(String listen, List<Route> routes, List<Upstream> upstreams) {
        Message chain = new Message().with("filters", List.of(Message
                .extension("envoy.filters.network.http_connection_manager", manager(routes, upstreams))));
        return new Message().with("name", "socketscope")
                .with("address", Sockets.address(listen))
                .with("filter_chains", List.of(chain.fields()))
                .fields();
    }

    private static Message manager(List<Route> routes, List<Upstream> upstreams) {
        return Message
                .typed("envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager")
                .with("stat_prefix", "socketscope")
                .with("codec_type", "AUTO")
                .with("upgrade_configs", List.of(new Message().with("upgrade_type", "websocket").fields()))
                // A browser that speaks HTTP/2 to Envoy upgrades by extended CONNECT (RFC 8441).
                .with("http2_protocol_options", new Message().with("allow_connect", true))
                .with("use_remote_address", true)
                .with("server_header_transformation", "PASS_THROUGH")
                .with("access_log", List.of(accessLog()))
                .with("route_config", new Message().with("name", "socketscope")
                        .with("ignore_port_in_host_matching", true)
                        .with("virtual_hosts", new VirtualHosts(routes).all()))
                .with("http_filters", filters(upstreams));
    }

    private static List<Object> filters(List<Upstream> upstreams) {
        List<Object> filters = new ArrayList<>();
        if (upstreams.stream().anyMatch(Upstream::open)) {
            filters.add(Message.extension(VirtualHosts.LUA, Message.typed("envoy.extensions.filters.http.lua.v3.Lua")));
        }
        filters.add(Message.extension("envoy.filters.http.router",
                Message.typed("envoy.extensions.filters.http.router.v3.Router")));
        return filters;
    }

    /** Without queries, in which tokens travel. */
    private static Object accessLog() {
        Object withoutQuery = Message.extension("envoy.formatter.req_without_query",
                Message.typed("envoy.extensions.formatter.req_without_query.v3.ReqWithoutQuery"));
        Message format = new Message().with("text_format_source", new Message().with("inline_string", LOG_LINE))
                .with("formatters", List.of(withoutQuery));
        return Message.extension("envoy.access_loggers.stdout",
                Message.typed("envoy.extensions.access_loggers.stream.v3.StdoutAccessLog").with("log_format", format));
    }

    private static String comments(List<Route> routes) {
        StringBuilder text = new StringBuilder(
                """
                        # Made by Socketscope from its routes. Envoy carries the same WebSockets, but does not ping, hold, buffer, resume or inspect them,
                        # and passes permessage-deflate on as it is offered. A route's requestTimeout is left out: Envoy's timeout
                        # would also end long answers such as server-sent events.
                        """);
        routes.stream()
                .filter(r -> !r.headers().all())
                .forEach(r -> text.append("# ")
                        .append(r.rule())
                        .append(": forwards only some headers here; Envoy forwards all of them.\n"));
        return text.toString();
    }
}
