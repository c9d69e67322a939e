package dev.socketscope.engine.api;

import java.time.Instant;
import java.util.List;

/**
 * What an engine is, the bounds it keeps, and where it sends traffic. Only limits and routes change while it runs.
 *
 * @param name for people, for example {@code Local engine}
 * @param listen {@code host:port} that browsers connect to
 * @param transport what carries the bytes: {@code epoll}, {@code nio} …
 */
public record EngineInfo(String name, String version, String listen, String transport, Instant startedAt,
        EngineConfig.Capture capture, EngineConfig.Limits limits, List<RouteInfo> routes) {

    /** A route as text: the rule, for example {@code *.localhost/hmr}, and the upstream URI. */
    public record RouteInfo(String rule, String upstream) {}
}
