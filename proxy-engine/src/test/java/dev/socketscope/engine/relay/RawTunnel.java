package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.api.TunnelPolicy;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;

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

    /** @param receiveBuffer bytes that the kernel may keep for the client; 0 for the system's default, which grows */
    RawTunnel(EngineConfig.Limits limits, Timing timing, Transport transport, int receiveBuffer) {
        Route route = Route.toEverything("http://127.0.0.1:" + listening.getLocalPort()).with(TunnelPolicy.PASSIVE);
        engine = LocalEngine.start(Engines.config(limits, route), transport, timing);
        client = Raw.connect(Engines.port(engine), receiveBuffer).upgrade("/raw");
        upstream = Raw.accept(listening);
        upstream.switchProtocols();
        client.head();
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
