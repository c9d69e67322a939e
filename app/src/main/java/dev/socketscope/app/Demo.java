package dev.socketscope.app;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.client.DemoClients;
import dev.socketscope.engine.sandbox.Sandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A demo server behind the engine and demo clients in front of it, so that the first look shows live traffic. */
final class Demo implements AutoCloseable {
    private final Sandbox sandbox;
    private @Nullable DemoClients clients;

    private Demo(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** The server alone, on a free port of this machine. */
    static Demo upstream() throws IOException {
        return new Demo(Sandbox.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
    }

    /** Where the engine is to send traffic. */
    String uri() {
        return sandbox.uri().toString();
    }

    /** Lets clients come to the engine. */
    void visit(Engine engine) {
        clients = DemoClients.start(URI.create("http://" + engine.info().listen()));
    }

    @Override
    public void close() {
        if (clients != null) {
            clients.close();
        }
        sandbox.close();
    }
}
