package dev.socketscope.app;

import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.control.ControlConfig;
import dev.socketscope.engine.control.ControlServer;
import dev.socketscope.engine.control.ControlToken;
import dev.socketscope.engine.control.Reload;
import dev.socketscope.engine.remote.LinkStatus;
import dev.socketscope.engine.remote.RemoteEngine;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;

/** An engine as a window in another process has it: through a real control port. */
final class Attached implements AutoCloseable {
    private static final String TOKEN = "a-token-of-the-tests-long-enough";
    private final ControlServer server;
    final RemoteEngine engine;

    /** @param served stays the caller's */
    Attached(Engine served) {
        server = ControlServer.start(new ControlConfig(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                ControlToken.of(TOKEN)), served, format -> "", Reload.NO_FILE);
        try {
            engine = RemoteEngine.connect(URI.create("http://127.0.0.1:" + server.address().getPort()), TOKEN);
        } catch (Exception e) {
            server.close();
            throw new AssertionError(e);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> engine.link().state() == LinkStatus.State.STREAMING);
    }

    @Override
    public void close() {
        engine.close();
        server.close();
    }
}
