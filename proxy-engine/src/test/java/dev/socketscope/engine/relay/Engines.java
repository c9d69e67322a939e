package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Reply;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.api.TunnelPolicy;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Engines for tests, and what is asked of them again and again. */
final class Engines {
    static final EngineConfig.Limits LIMITS = new EngineConfig.Limits(100, 100, 200L << 20, Duration.ofSeconds(5));
    static final EngineConfig.Capture CAPTURE = new EngineConfig.Capture(8 << 20, 64 << 10);

    private Engines() {}

    static EngineConfig config(EngineConfig.Limits limits, Route... routes) {
        return new EngineConfig(new InetSocketAddress("127.0.0.1", 0), CAPTURE, limits, List.of(routes));
    }

    static LocalEngine start(EngineConfig.Limits limits, Route... routes) {
        return LocalEngine.start(config(limits, routes));
    }

    /** An engine with one route for everything, to that port of this machine, which only passes on and watches. */
    static LocalEngine to(int port) {
        return to(port, TunnelPolicy.PASSIVE);
    }

    /** An engine with one route for everything, to that port of this machine. */
    static LocalEngine to(int port, TunnelPolicy policy) {
        return start(LIMITS, Route.toEverything("http://127.0.0.1:" + port).with(policy));
    }

    static int port(LocalEngine engine) {
        String listen = engine.info().listen();
        return Integer.parseInt(listen.substring(listen.lastIndexOf(':') + 1));
    }

    static URI http(LocalEngine engine, String path) {
        return URI.create("http://127.0.0.1:" + port(engine) + path);
    }

    static URI ws(LocalEngine engine, String path) {
        return URI.create("ws://127.0.0.1:" + port(engine) + path);
    }

    /** What the engine replied. */
    static Reply submit(LocalEngine engine, Command command) {
        try {
            return engine.submit(command).toCompletableFuture().get(5, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    static List<Event> events(LocalEngine engine) {
        return engine.events(0, 100_000).events();
    }

    static <E extends Event> List<E> events(LocalEngine engine, Class<E> type) {
        return events(engine).stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** What carries the only connection there is. */
    static Tunnel tunnel(LocalEngine engine) {
        return engine.context().registry().tunnels().getFirst();
    }

    /** The only connection there has been. */
    static Connection only(LocalEngine engine) {
        List<Connection> all = engine.connections();
        if (all.size() != 1) {
            throw new AssertionError("expected one connection, there are " + all.size());
        }
        return all.getFirst();
    }
}
