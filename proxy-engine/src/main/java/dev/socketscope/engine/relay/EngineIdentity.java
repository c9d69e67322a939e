package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.EngineInfo;
import java.net.InetSocketAddress;
import java.time.Instant;

/** What an engine says about itself. */
final class EngineIdentity {
    static final int EVENTS_KEPT = 20_000;

    private EngineIdentity() {}

    static EngineInfo of(EngineConfig config, Transport transport, InetSocketAddress address) {
        return new EngineInfo("Local engine", version(), LegSocket.text(address), transport.name(), Instant.now(),
                config.capture(), config.limits(), config.routes()
                        .stream()
                        .map(r -> new EngineInfo.RouteInfo(r.rule(), r.upstream()))
                        .toList());
    }

    private static String version() {
        String packaged = EngineIdentity.class.getPackage().getImplementationVersion();
        return packaged == null ? "development" : packaged;
    }
}
