package dev.socketscope.engine.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.State;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.EngineConfig.Capture;
import dev.socketscope.engine.api.EngineConfig.Limits;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.HmrStatus;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.relay.LocalEngine;
import dev.socketscope.engine.sandbox.Sandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoClientsTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private Sandbox sandbox;
    private Engine engine;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(ANY);
        engine = engine(ANY);
    }

    private Engine engine(InetSocketAddress listen) {
        return LocalEngine.start(new EngineConfig(listen, Capture.DEFAULT, Limits.DEFAULT,
                List.of(Route.toEverything(sandbox.uri().toString()))));
    }

    @AfterEach
    void stop() {
        engine.close();
        sandbox.close();
    }

    private URI uri() {
        return URI.create("http://" + engine.info().listen());
    }

    @Test
    void thePageAppliesWhatItIsSent() {
        try (DemoClients _ = DemoClients.start(uri())) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(engine.hmr()).flatExtracting(HmrStatus::history)
                            .extracting(HmrStatus.Change::outcome)
                            .contains(HmrStatus.Outcome.APPLIED));
        }
    }

    @Test
    void aFirstLookShowsVariedTraffic() {
        try (DemoClients _ = DemoClients.start(uri())) {
            await().atMost(SOON).until(() -> open().size() >= 10);
            assertThat(open().stream().map(Connection::path).collect(Collectors.toSet())).containsExactlyInAnyOrder(
                    "/_hmr",
                    "/ws/telemetry", "/echo", "/graphql", "/socket.io/");
            assertThat(
                    open().stream().map(Connection::subprotocol).filter(Objects::nonNull).collect(Collectors.toSet()))
                    .isEqualTo(Set.of("vite-hmr", "json", "graphql-transport-ws"));
            assertThat(open()).anyMatch(c -> String.valueOf(c.handshake().extensions()).contains("permessage-deflate"));
            await().atMost(SOON).until(() -> refusals().equals(Set.of(401, 404)));
            await().atMost(SOON).until(() -> engine.counters().httpRequests() >= 5);
            await().atMost(SOON)
                    .until(() -> open().stream()
                            .allMatch(c -> c.toClient().messages() > 0
                                    && (c.path().contains("telemetry") || c.toUpstream().messages() > 0
                                            || c.path().equals("/_hmr"))));
            await().atMost(SOON)
                    .until(() -> engine.connections()
                            .stream()
                            .anyMatch(c -> c.state() == State.CLOSED
                                    && c.close() != null && c.close().code() == 1000));
            assertThat(engine.counters().errors()).isZero();
        }
    }

    private List<Connection> open() {
        return engine.connections().stream().filter(c -> c.state() == State.OPEN).toList();
    }

    private Set<Integer> refusals() {
        return engine.events(0, 10_000)
                .events()
                .stream()
                .filter(Event.HandshakeFailed.class::isInstance)
                .map(e -> ((Event.HandshakeFailed) e).status())
                .collect(Collectors.toSet());
    }

    @Test
    void theyComeBackToAnEngineThatWasAway() {
        try (DemoClients _ = DemoClients.start(uri())) {
            await().atMost(SOON).until(() -> open().size() >= 5);
            InetSocketAddress address = new InetSocketAddress(uri().getHost(), uri().getPort());

            engine.close();
            engine = engine(address);

            await().atMost(SOON).until(() -> open().size() >= 5);
        }
    }

    @Test
    void closingEndsEveryConnectionWith1001AndAllThreads() {
        DemoClients clients = DemoClients.start(uri());
        await().atMost(SOON).until(() -> open().size() >= 10);

        clients.close();

        await().atMost(SOON).until(() -> engine.counters().activeConnections() == 0);
        assertThat(engine.connections().stream().filter(c -> c.close() != null && c.close().code() == 1001).count())
                .isGreaterThanOrEqualTo(9);
        await().atMost(SOON)
                .until(() -> Thread.getAllStackTraces()
                        .keySet()
                        .stream()
                        .noneMatch(t -> t.getName().startsWith("demo-clients")
                                || t.getName().startsWith("WebSocketConnectRead")));
    }
}
