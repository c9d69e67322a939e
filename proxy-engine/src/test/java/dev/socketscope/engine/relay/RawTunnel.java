package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.api.TunnelPolicy;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.function.UnaryOperator;

/** An engine between two raw sockets that have just become a WebSocket. */
final class RawTunnel implements Closeable {
    private final ServerSocket listening = Raw.listen();
    final LocalEngine engine;
    final Raw client;
    final Raw upstream;

    RawTunnel() {
        this(Engines.LIMITS, Timing.DEFAULT, Transport.best());
    }

    RawTunnel(EngineConfig.Limits limits, Timing timing, Transport transport) {
        this(limits, timing, transport, 0);
    }

    /** An engine that does what its policy says. */
    RawTunnel(TunnelPolicy policy, String... requestHeaders) {
        this(Engines.LIMITS, Timing.DEFAULT, Transport.best(), 0, route -> route.with(policy), List.of(),
                requestHeaders);
    }

    /** @param receiveBuffer bytes that the kernel may keep for the client; 0 for the system's default, which grows */
    RawTunnel(EngineConfig.Limits limits, Timing timing, Transport transport, int receiveBuffer) {
        this(limits, timing, transport, receiveBuffer, route -> route.with(TunnelPolicy.PASSIVE), List.of());
    }

    private RawTunnel(EngineConfig.Limits limits, Timing timing, Transport transport, int receiveBuffer,
            UnaryOperator<Route> changes, List<String> responseHeaders, String... requestHeaders) {
        Route route = Route.toEverything("http://127.0.0.1:" + listening.getLocalPort());
        engine = LocalEngine.start(Engines.config(limits, changes.apply(route)), transport, timing);
        client = Raw.connect(Engines.port(engine), receiveBuffer).upgrade("/raw", requestHeaders);
        upstream = Raw.accept(listening);
        upstream.switchProtocols(responseHeaders.toArray(String[]::new));
        client.head();
    }

    /** Between peers whose compressed messages depend on those before them, which the engine leaves as it is. */
    static RawTunnel withContextTakeover() {
        String offer = "Sec-WebSocket-Extensions: permessage-deflate";
        return new RawTunnel(Engines.LIMITS, Timing.DEFAULT, Transport.best(), 0,
                route -> route.with(Route.Compression.TRANSPARENT), List.of(offer), offer);
    }

    /** The next connection that the engine makes to the upstream, which agrees to the upgrade. */
    Raw upstreamAgain() {
        Raw next = Raw.accept(listening);
        next.switchProtocols();
        return next;
    }

    /** The next connection that the engine makes to the upstream. */
    Raw dialled() {
        return Raw.accept(listening);
    }

    /** Nobody listens any more. */
    void stopListening() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Connection connection() {
        return Engines.only(engine);
    }

    @Override
    public void close() {
        client.close();
        upstream.close();
        engine.close();
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
