package dev.socketscope.bench.faults;

import dev.socketscope.bench.peer.EchoServer;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.api.TransportFault;
import dev.socketscope.engine.api.TunnelPolicy;
import dev.socketscope.engine.relay.LocalEngine;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;

/** An engine with a fault on everything that goes to clients, in front of an echo server, all in this process. */
final class Faulted implements AutoCloseable {
    private final EchoServer server = new EchoServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), false);
    private final Engine engine = LocalEngine.start(new EngineConfig(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), EngineConfig.Capture.DEFAULT,
            EngineConfig.Limits.DEFAULT,
            List.of(Route.toEverything("http://127.0.0.1:" + server.address().getPort()).with(TunnelPolicy.PASSIVE))));
    private final HttpClient clients = HttpClient.newHttpClient();

    /** @param faults may be none, to see what is there without */
    Faulted(TransportFault... faults) {
        for (TransportFault fault : faults) {
            Fault toClients = Fault.of(fault).on(FaultMatch.ANY.going(Direction.TO_CLIENT));
            engine.submit(new Command.ArmFault(toClients)).toCompletableFuture().join();
        }
    }

    WebSocket connect(WebSocket.Listener listener) {
        URI url = URI.create("ws://" + engine.info().listen() + "/");
        return clients.newWebSocketBuilder().buildAsync(url, listener).join();
    }

    @Override
    public void close() {
        clients.shutdownNow();
        engine.close();
        server.close();
    }
}
