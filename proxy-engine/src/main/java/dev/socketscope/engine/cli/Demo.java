package dev.socketscope.engine.cli;

import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.KeepAlive;
import dev.socketscope.engine.client.DemoClients;
import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.sandbox.Sandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A demo server behind the engine and demo clients in front of it, so that the first look shows live traffic. */
public final class Demo implements AutoCloseable {
    private final Sandbox sandbox;
    private @Nullable DemoClients clients;

    private Demo(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** The server alone, on a free port of this machine. */
    public static Demo open() throws IOException {
        return new Demo(Sandbox.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
    }

    /** Starts an engine in front of it as the flags say, and lets clients come to that. */
    public EngineStart.Started start(EngineOptions options) throws ConfigException {
        EngineStart.Started started = EngineStart.start(lively(options.toConfig(sandbox.uri().toString())));
        clients = DemoClients.start(URI.create(started.engine().info().url()));
        return started;
    }

    /** A first look must show round trips at once, not after half a minute. */
    private static EngineConfig lively(EngineConfig config) {
        KeepAlive often = new KeepAlive(Duration.ofSeconds(2), Duration.ofSeconds(2),
                KeepAlive.DEFAULT.maxMissedPongs(), KeepAlive.Legs.BOTH);
        return config.with(config.routes().stream().map(route -> route.with(route.tunnel().with(often))).toList());
    }

    @Override
    public void close() {
        if (clients != null) {
            clients.close();
        }
        sandbox.close();
    }
}
