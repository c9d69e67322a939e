package dev.socketscope.app;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.cli.DebugLog;
import dev.socketscope.engine.cli.EngineOptions;
import dev.socketscope.engine.cli.EngineStart;
import dev.socketscope.engine.client.DemoClients;
import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.sandbox.Sandbox;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What runs behind the window: the engine, and the demo when nobody said where to send traffic. Ends with it, also on SIGTERM. */
final class Running implements AutoCloseable {
    private final Engine engine;
    private final @Nullable Sandbox sandbox;
    private final @Nullable DemoClients clients;
    private final @Nullable DebugLog debug;
    private final Thread hook = new Thread(this::end, "running-end");

    private Running(Engine engine, @Nullable Sandbox sandbox, @Nullable DebugLog debug) {
        this.engine = engine;
        this.sandbox = sandbox;
        this.clients = sandbox == null ? null : DemoClients.start(URI.create("http://" + engine.info().listen()));
        this.debug = debug;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * @param err gets the lines that {@code --debug} asks for
     * @throws ConfigException when flags or file cannot be used
     * @throws java.io.UncheckedIOException when the address cannot be listened on
     */
    static Running start(EngineOptions options, PrintWriter err) throws ConfigException, IOException {
        Sandbox sandbox = options.nothingToReach() ? Sandbox.start(loopback()) : null;
        Engine engine = EngineStart.start(
                sandbox == null ? options.toConfig() : options.toConfig(sandbox.uri().toString()));
        return new Running(engine, sandbox, options.debug() ? DebugLog.follow(engine, err) : null);
    }

    Engine engine() {
        return engine;
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The process is ending and the hook runs or has run; ending twice does nothing.
        }
    }

    /** The engine first, so that its peers hear 1001 from it and the debug lines still tell of it. */
    private synchronized void end() {
        engine.close();
        if (clients != null) {
            clients.close();
        }
        if (debug != null) {
            debug.close();
        }
        if (sandbox != null) {
            sandbox.close();
        }
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }
}
