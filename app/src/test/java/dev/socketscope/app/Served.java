package dev.socketscope.app;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.control.ControlConfig;
import dev.socketscope.engine.control.ControlServer;
import dev.socketscope.engine.control.ControlToken;
import dev.socketscope.engine.control.Reload;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A real control port of an engine, which stays the caller's. */
final class Served implements AutoCloseable {
    static final String TOKEN = "a-token-of-the-tests-long-enough";
    private final ControlServer server;

    Served(Engine engine) {
        server = ControlServer.start(new ControlConfig(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                ControlToken.of(TOKEN)), engine, format -> "", Reload.NO_FILE);
    }

    String url() {
        return "http://127.0.0.1:" + server.address().getPort();
    }

    @Override
    public void close() {
        server.close();
    }
}
