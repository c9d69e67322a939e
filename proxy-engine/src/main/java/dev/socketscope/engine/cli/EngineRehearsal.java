package dev.socketscope.engine.cli;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.config.ConfigException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A moment of the engine's work, for Java to remember what it loads, links and runs. */
final class EngineRehearsal {
    private static final String UPGRADE = """
            GET / HTTP/1.1\r
            Host: rehearsal\r
            Connection: Upgrade\r
            Upgrade: websocket\r
            Sec-WebSocket-Version: 13\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            \r
            """;

    private EngineRehearsal() {}

    /** Somebody comes and is told that there is nobody behind the engine. Nothing else is loaded than what an engine needs. */
    static void run(EngineOptions options) throws ConfigException, IOException {
        try (Engine engine = EngineStart.start(options.toConfig("http://127.0.0.1:" + closedPort())).engine();
                Socket client = new Socket(InetAddress.getLoopbackAddress(),
                        URI.create(engine.info().url()).getPort())) {
            client.getOutputStream().write(UPGRADE.getBytes(StandardCharsets.US_ASCII));
            client.getInputStream().read(new byte[4096]);
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return port.getLocalPort();
        }
    }
}
