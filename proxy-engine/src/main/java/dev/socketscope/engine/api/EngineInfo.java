package dev.socketscope.engine.api;

import java.time.Instant;
import java.util.List;

/**
 * What an engine is, the bounds it keeps, and where it sends traffic. Only limits and routes change while it runs.
 *
 * @param name for people, for example {@code Local engine}
 * @param listen {@code host:port} that browsers connect to
 * @param tls whether they connect by TLS
 * @param transport what carries the bytes: {@code epoll}, {@code io_uring} or {@code nio}
 */
public record EngineInfo(String name, String version, String listen, boolean tls, String transport, Instant startedAt,
        EngineConfig.Capture capture, EngineConfig.Limits limits, List<RouteInfo> routes) {

    /** One that browsers connect to by plain HTTP. */
    public EngineInfo(String name, String version, String listen, String transport, Instant startedAt,
            EngineConfig.Capture capture, EngineConfig.Limits limits, List<RouteInfo> routes) {
        this(name, version, listen, false, transport, startedAt, capture, limits, routes);
    }

    /** What a browser opens, for example {@code https://127.0.0.1:9000}. */
    public String url() {
        return (tls ? "https://" : "http://") + listen;
    }

    /** A route as text: the rule, for example {@code *.localhost/hmr}, and the upstream URI. */
    public record RouteInfo(String rule, String upstream) {}
}
