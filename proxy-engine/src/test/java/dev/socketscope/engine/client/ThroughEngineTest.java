package dev.socketscope.engine.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.EngineConfig.Capture;
import dev.socketscope.engine.api.EngineConfig.Limits;
import dev.socketscope.engine.api.Reconnect;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.client.SocketEvent.Opened;
import dev.socketscope.engine.client.SocketEvent.Session;
import dev.socketscope.engine.relay.LocalEngine;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With the engine itself in between, and an upstream that knows nothing of resuming. */
@Timeout(90)
class ThroughEngineTest {
    private static final Reconnect AT_ONCE = new Reconnect(Duration.ofMillis(1), Duration.ofMillis(4), 2, 0.5,
            Integer.MAX_VALUE);
    private static final int CUTS = 200;
    private final Recorder events = new Recorder();
    private final ResumeServer upstream = ResumeServer.start((session, message) -> session.send(message));
    private final Engine engine = LocalEngine.start(new EngineConfig(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Capture.DEFAULT, Limits.DEFAULT,
            List.of(Route.toEverything("http://127.0.0.1:" + upstream.getPort()))));

    @AfterEach
    void stop() {
        engine.close();
        upstream.close();
    }

    private int port() {
        return URI.create("http://" + engine.info().listen()).getPort();
    }

    private static SocketSettings to(int port) {
        return SocketSettings.to(URI.create("ws://127.0.0.1:" + port + "/feed?room=7"))
                .withReconnect(AT_ONCE)
                .resuming();
    }

    @Test
    void theUpstreamSeesOneConnectionWithEveryMessageOnceOverTwoHundredCuts() {
        long seed = System.nanoTime();
        try (CuttingProxy proxy = new CuttingProxy(port(), CUTS, 6_000, seed);
                ReconnectingWebSocket socket = ReconnectingWebSocket.open(
                        to(proxy.port()).withQueue(new QueueBounds(30, 1 << 20)), events)) {
            List<Object> sent = new ArrayList<>();
            // No more on the way than the engine keeps for a client that is away.
            while (proxy.cutsLeft() > 0 || sent.size() < 500) {
                String message = sent.size() + " " + "x".repeat(sent.size() % 300);
                if (sent.size() - events.count(SocketEvent.Text.class) < 60
                        && !(socket.send(message) instanceof Sent.Refused)) {
                    sent.add(message);
                } else {
                    LockSupport.parkNanos(100_000);
                }
            }
            await().atMost(Recorder.SOON).until(() -> events.count(SocketEvent.Text.class) >= sent.size());

            assertThat(events.messages()).as("seed %d", seed).isEqualTo(sent);
            assertThat(upstream.sessions()).as("seed %d", seed).hasSize(1);
            assertThat(upstream.sessions().getFirst().received()).as("seed %d", seed).isEqualTo(sent);
            assertThat(upstream.requests()).containsExactly("/feed?room=7");
            assertThat(events.all(Opened.class)).as("seed %d", seed)
                    .extracting(Opened::session)
                    .doesNotContain(Session.LOST, Session.PLAIN);
        }
    }
}
