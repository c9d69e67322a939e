package dev.socketscope.engine.recording;

import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.KeepAlive;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.relay.LocalEngine;
import dev.socketscope.engine.sandbox.Sandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The demo server behind a real engine that pings often, and the JDK's client in front. */
public final class EchoTunnel implements AutoCloseable {
    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final KeepAlive OFTEN = new KeepAlive(Duration.ofMillis(200), Duration.ofMillis(200), 3,
            KeepAlive.Legs.BOTH);
    private final Sandbox upstream = sandbox();
    private final Route route = Route.toEverything(upstream.uri().toString());
    public final LocalEngine engine = LocalEngine.start(new EngineConfig(ANY, EngineConfig.Capture.DEFAULT,
            EngineConfig.Limits.DEFAULT, List.of(route.with(route.tunnel().with(OFTEN)))));
    private final HttpClient http = HttpClient.newHttpClient();

    private static Sandbox sandbox() {
        try {
            return Sandbox.start(ANY);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Answers pings by itself and reads everything. */
    private static final class Reader implements WebSocket.Listener {
        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            socket.request(1);
            return null;
        }
    }

    /** With a secret in its headers. */
    public WebSocket connect(String path) throws Exception {
        return http.newWebSocketBuilder()
                .header("Authorization", "Bearer secret-of-the-test")
                .buildAsync(URI.create("ws://" + engine.info().listen() + path), new Reader())
                .get();
    }

    @Override
    public void close() {
        http.shutdownNow();
        engine.close();
        upstream.close();
    }
}
