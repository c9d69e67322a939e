package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.CloseInfo.By;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Route;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Upgrades that cannot be had: limits, silence, nobody there. */
class UpgradeLimitsTest {
    private final ServerSocket listening = Raw.listen();
    private final List<Raw> peers = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        listening.close();
    }

    private Raw accept() {
        Raw peer = Raw.accept(listening);
        peers.add(peer);
        return peer;
    }

    /** Peers that are gone need not be waited for. */
    private void letGo() {
        peers.forEach(Raw::close);
    }

    private LocalEngine engine(int maxConnections, int maxPending, Duration timeout) {
        return Engines.start(new EngineConfig.Limits(maxConnections, maxPending, 1 << 20, timeout),
                Route.toEverything("http://127.0.0.1:" + listening.getLocalPort()));
    }

    private static Raw upgrade(LocalEngine engine) {
        return Raw.connect(Engines.port(engine)).upgrade("/");
    }

    @Test
    void oneConnectionTooManyGets503AndAPlaceIsFreeAgainLater() {
        try (LocalEngine engine = engine(2, 10, Duration.ofSeconds(5)); Raw first = upgrade(engine)) {
            Raw upstream = accept();
            upstream.switchProtocols();
            first.head();
            peers.add(upgrade(engine));
            accept().switchProtocols();
            try (Raw third = upgrade(engine)) {
                assertThat(third.head()).startsWith("HTTP/1.1 503 ").contains("Retry-After: ");
                assertThat(Engines.events(engine, Event.LimitReached.class)).extracting(Event.LimitReached::limit)
                        .containsExactly("limits.maxConnections");
            }
            first.close();
            upstream.close();
            await().until(() -> engine.counters().activeConnections() < 2);
            try (Raw fourth = upgrade(engine)) {
                accept().switchProtocols();
                assertThat(fourth.head()).startsWith("HTTP/1.1 101 ");
            }
            letGo();
        }
    }

    @Test
    void oneWaitingUpgradeTooManyGets503() {
        try (LocalEngine engine = engine(10, 1, Duration.ofSeconds(5)); Raw first = upgrade(engine)) {
            Raw upstream = accept();
            upstream.head();
            try (Raw second = upgrade(engine)) {
                assertThat(second.head()).startsWith("HTTP/1.1 503 ").contains("Retry-After: ");
            }
            assertThat(engine.connections()).hasSize(1);
            first.close();
            await().until(() -> engine.counters().activeConnections() == 0);
            try (Raw third = upgrade(engine)) {
                accept().switchProtocols();
                assertThat(third.head()).startsWith("HTTP/1.1 101 ");
            }
            letGo();
        }
    }

    @Test
    void silenceGets504AfterTheTimeout() {
        try (LocalEngine engine = engine(10, 10, Duration.ofMillis(400)); Raw client = upgrade(engine)) {
            Raw upstream = accept();
            upstream.head();
            assertThat(client.head()).startsWith("HTTP/1.1 504 ");
            assertThat(client.readTextToEnd()).contains("did not answer within 400 ms")
                    .contains("limits.handshakeTimeout");
            assertThat(upstream.readToEnd()).isEmpty();
            Connection connection = Engines.only(engine);
            assertThat(connection.handshake().status()).isEqualTo(504);
            assertThat(Objects.requireNonNull(connection.close()).by()).isEqualTo(By.ENGINE);
        }
    }

    @Test
    void nobodyThereGets502ThatNamesThePort() throws IOException {
        listening.close();
        try (LocalEngine engine = engine(10, 10, Duration.ofSeconds(5)); Raw client = upgrade(engine)) {
            assertThat(client.head()).startsWith("HTTP/1.1 502 ");
            assertThat(client.readTextToEnd()).contains("127.0.0.1:" + listening.getLocalPort()).contains("refused");
            assertThat(Objects.requireNonNull(Engines.only(engine).close()).by()).isEqualTo(By.UPSTREAM);
        }
    }

    @Test
    void localhostIsFoundWhicheverOfItsAddressesIsListening() throws IOException {
        for (String address : List.of("127.0.0.1", "::1")) {
            try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getByName(address));
                    LocalEngine engine = Engines.start(Engines.LIMITS,
                            Route.toEverything("http://localhost:" + server.getLocalPort()));
                    Raw client = upgrade(engine);
                    Raw upstream = Raw.accept(server)) {
                upstream.switchProtocols();
                assertThat(client.head()).as(address).startsWith("HTTP/1.1 101 ");
            }
        }
    }

    @Test
    void aFloodOfUpgradesIsAnsweredToTheLast() {
        try (LocalEngine engine = engine(5, 5, Duration.ofSeconds(5))) {
            List<Raw> clients = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                clients.add(upgrade(engine));
            }
            List<Raw> upstreams = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                Raw upstream = accept();
                upstream.switchProtocols();
                upstreams.add(upstream);
            }
            assertThat(clients).extracting(c -> c.head().substring(9, 12))
                    .satisfies(all -> assertThat(all.stream().filter("101"::equals)).hasSize(5))
                    .satisfies(all -> assertThat(all.stream().filter("503"::equals)).hasSize(55));
            clients.forEach(Raw::close);
            upstreams.forEach(Raw::close);
        }
    }
}
