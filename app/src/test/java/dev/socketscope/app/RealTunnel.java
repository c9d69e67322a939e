package dev.socketscope.app;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.Reply;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.relay.LocalEngine;
import dev.socketscope.engine.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;

/** The demo server behind a real engine. */
final class RealTunnel implements AutoCloseable {
    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final Sandbox upstream;
    final Engine engine;

    RealTunnel() {
        try {
            upstream = Sandbox.start(ANY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        engine = LocalEngine.start(new EngineConfig(ANY, EngineConfig.Capture.DEFAULT, EngineConfig.Limits.DEFAULT,
                List.of(Route.toEverything(upstream.uri().toString()))));
    }

    /** A client of the echo, not connected yet. */
    EchoClient echo() {
        return new EchoClient(URI.create("ws://" + engine.info().listen() + "/echo"));
    }

    Reply submit(Command command) {
        return engine.submit(command).toCompletableFuture().join();
    }

    @Override
    public void close() {
        engine.close();
        upstream.close();
    }
}
