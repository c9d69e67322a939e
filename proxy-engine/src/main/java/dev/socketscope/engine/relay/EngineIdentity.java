package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.EngineInfo;
import dev.socketscope.engine.api.Route;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;

/** What an engine says about itself. */
final class EngineIdentity {
    static final int EVENTS_KEPT = 20_000;

    private EngineIdentity() {}

    static EngineInfo of(EngineConfig config, Transport transport, InetSocketAddress address) {
        return new EngineInfo("Local engine", version(), LegSocket.text(address), config.tls().on(),
                transport.name(), Instant.now(),
                config.capture(), config.limits(), inShort(config.routes()));
    }

    /** The same engine with other routes and limits. */
    static EngineInfo changed(EngineInfo info, List<Route> routes, EngineConfig.Limits limits) {
        return new EngineInfo(info.name(), info.version(), info.listen(), info.tls(), info.transport(),
                info.startedAt(),
                info.capture(), limits, inShort(routes));
    }

    private static List<EngineInfo.RouteInfo> inShort(List<Route> routes) {
        return routes.stream().map(r -> new EngineInfo.RouteInfo(r.rule(), r.upstream())).toList();
    }

    private static String version() {
        String packaged = EngineIdentity.class.getPackage().getImplementationVersion();
        return packaged == null ? "development" : packaged;
    }
}
