package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.CloseInfo.By;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.EngineInfo;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An engine's life from the outside. */
class LocalEngineTest {
    private static Set<String> engineThreads() {
        return Thread.getAllStackTraces()
                .keySet()
                .stream()
                .map(Thread::getName)
                .filter(n -> n.startsWith("socketscope-loop"))
                .collect(Collectors.toSet());
    }

    @Test
    void saysWhereItListensAndWhatItIs() {
        try (LocalEngine engine = Engines.to(1)) {
            EngineInfo info = engine.info();
            assertThat(info.listen()).matches("127\\.0\\.0\\.1:[1-9]\\d*");
            assertThat(info.transport()).isEqualTo(Transport.best().name());
            assertThat(info.routes()).containsExactly(new EngineInfo.RouteInfo("*/", "http://127.0.0.1:1"));
            assertThat(info.limits()).isEqualTo(Engines.LIMITS);
            assertThat(info.startedAt()).isBetween(Instant.now().minusSeconds(20), Instant.now());
            assertThat(Engines.events(engine, Event.EngineStarted.class)).extracting(Event.EngineStarted::address)
                    .containsExactly(info.listen());
            assertThat(engine.connections()).isEmpty();
            assertThat(engine.connection("ws_abcde")).isEmpty();
        }
    }

    @Test
    void anAddressThatIsTakenIsABindExceptionThatNamesIt() {
        try (LocalEngine first = Engines.to(1)) {
            InetSocketAddress taken = new InetSocketAddress("127.0.0.1", Engines.port(first));
            EngineConfig config = new EngineConfig(taken, Engines.CAPTURE, Engines.LIMITS,
                    List.of(Route.toEverything("http://127.0.0.1:1")));
            assertThatThrownBy(() -> LocalEngine.start(config)).isInstanceOf(UncheckedIOException.class)
                    .hasCauseInstanceOf(BindException.class)
                    .hasMessageContaining("cannot listen on " + first.info().listen());
        }
    }

    @Test
    void closingSaysGoodByeToEveryoneAndFreesPortAndThreads() throws IOException {
        int port;
        try (RawTunnel t = new RawTunnel()) {
            port = Engines.port(t.engine);
            Instant before = Instant.now();
            t.engine.close();
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
            assertThat(new String(t.client.readToEnd(), java.nio.charset.StandardCharsets.ISO_8859_1))
                    .startsWith("\u0088")
                    .contains("\u0003\u00e9")
                    .endsWith("the engine is shutting down");
            assertThat(t.upstream.readToEnd()).hasSizeGreaterThan(8);
            Connection connection = t.connection();
            assertThat(Objects.requireNonNull(connection.close()).by()).isEqualTo(By.ENGINE);
            assertThat(connection.close().code()).isEqualTo(1001);
            t.engine.close();
        }
        new ServerSocket(port).close();
        await().untilAsserted(() -> assertThat(engineThreads()).isEmpty());
    }

    @Test
    void peersThatAnswerLetTheEngineCloseQuickly() {
        PeerServer server = PeerServer.running();
        LocalEngine engine = Engines.to(server.getPort());
        PeerClient client = PeerClient.connected(Engines.ws(engine, "/"));
        engine.close();
        await().until(() -> !client.ended.isEmpty() && !server.closed.isEmpty());
        assertThat(client.ended.getFirst()).isEqualTo(new PeerServer.Closed(1001, "the engine is shutting down", true));
        assertThat(server.closed.getFirst().code()).isEqualTo(1001);
        server.close();
    }
}
