package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.EngineInfo;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Reconnect;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.api.TunnelPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.java_websocket.drafts.Draft_6455;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Other routes and limits while connections are open. */
class ReconfigureTest {
    private static final TunnelPolicy SOON = TunnelPolicy.DEFAULT
            .with(new Reconnect(Duration.ofMillis(30), Duration.ofMillis(60), 2, 0, 10));

    private final PeerServer old = PeerServer.running();
    private final PeerServer other = PeerServer.running();
    private final LocalEngine engine = Engines.to(old.getPort(), SOON);

    @AfterEach
    void close() {
        engine.close();
        old.close();
        other.close();
    }

    private static String upstream(PeerServer server) {
        return "http://127.0.0.1:" + server.getPort();
    }

    private void toTheOther(EngineConfig.Limits limits) {
        engine.reconfigure(Engines.config(limits, Route.of("*", "/", upstream(other))), "dev.yaml");
    }

    private static void echo(PeerClient client, String text) {
        client.send(text);
        await().untilAsserted(() -> assertThat(client.received).contains(text));
    }

    @Test
    void anOpenConnectionStaysWhereItIsAndTheNextOneGoesElsewhere() {
        try (PeerClient first = PeerClient.connected(Engines.ws(engine, "/a"))) {
            echo(first, "before");
            toTheOther(Engines.LIMITS);
            echo(first, "after");
            assertThat(old.received).containsExactly("before", "after");
            try (PeerClient second = PeerClient.connected(Engines.ws(engine, "/b"))) {
                echo(second, "new");
                assertThat(other.received).containsExactly("new");
                assertThat(engine.connections()).extracting(Connection::upstreamUri)
                        .containsExactly(upstream(old), upstream(other));
                assertThat(first.ended).isEmpty();
            }
        }
        assertThat(engine.info().routes()).containsExactly(new EngineInfo.RouteInfo("*/", upstream(other)));
        assertThat(Engines.events(engine, Event.Reconfigured.class))
                .extracting(Event.Reconfigured::routes, Event.Reconfigured::source)
                .containsExactly(tuple(1, "dev.yaml"));
    }

    @Test
    void aLostUpstreamIsDialledWhereItWas() {
        try (PeerClient client = PeerClient.connected(Engines.ws(engine, "/"))) {
            echo(client, "before");
            toTheOther(Engines.LIMITS);
            old.first().closeConnection(1006, "gone");
            await().until(() -> old.sockets.size() == 2);
            echo(client, "after");
            assertThat(other.sockets).isEmpty();
            assertThat(old.received).containsExactly("before", "after");
        }
    }

    @Test
    void aRouteThatCannotWorkChangesNothing() {
        EngineConfig wrong = Engines.config(new EngineConfig.Limits(1, 1, 1 << 20, Duration.ofSeconds(1)),
                Route.of("*", "/", upstream(other)), Route.of("*", "/b", "ftp://127.0.0.1:1"));
        EngineInfo before = engine.info();
        assertThatThrownBy(() -> engine.reconfigure(wrong, "dev.yaml")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ftp://127.0.0.1:1");
        assertThat(engine.info()).isEqualTo(before);
        assertThat(Engines.events(engine, Event.Reconfigured.class)).isEmpty();
        try (PeerClient client = PeerClient.connected(Engines.ws(engine, "/b"))) {
            echo(client, "still");
            assertThat(old.received).containsExactly("still");
        }
    }

    @Test
    void lowerLimitsHoldForThoseWhoComeAndEndNobody() {
        try (PeerClient first = PeerClient.connected(Engines.ws(engine, "/"));
                PeerClient second = PeerClient.connected(Engines.ws(engine, "/"))) {
            toTheOther(new EngineConfig.Limits(1, 10, 2_000, Duration.ofSeconds(5)));
            String longer = "x".repeat(3_000);
            echo(first, longer);
            echo(second, "two are open though one is allowed");
            PeerClient third = new PeerClient(Engines.ws(engine, "/"),
                    new Draft_6455(), Map.of());
            assertThat(third.connectNow()).isFalse();
            second.close();
            first.close();
            await().until(() -> engine.counters().activeConnections() == 0);
        }
        assertThat(engine.info().limits().maxConnections()).isEqualTo(1);
        try (PeerClient fourth = PeerClient.connected(Engines.ws(engine, "/"))) {
            fourth.send("x".repeat(3_000));
            await().until(() -> !fourth.ended.isEmpty());
            assertThat(fourth.ended.getFirst().code()).isEqualTo(1009);
            assertThat(fourth.ended.getFirst().reason()).contains("2000 are allowed");
        }
    }

    @Test
    void everyRequestFindsAWholeTableWhileTablesAreReplaced() {
        List<EngineConfig> tables = List.of(
                Engines.config(Engines.LIMITS, Route.of("*", "/", upstream(old)), Route.of("*", "/a", upstream(other))),
                Engines.config(Engines.LIMITS, Route.of("*", "/a", upstream(old)),
                        Route.of("*", "/", upstream(other))));
        for (int i = 0; i < 20; i++) {
            engine.reconfigure(tables.get(i % 2), "turn " + i);
            try (PeerClient client = PeerClient.connected(Engines.ws(engine, "/a/" + i))) {
                echo(client, "m" + i);
            }
        }
        assertThat(other.received).hasSize(10).allMatch(m -> Integer.parseInt(m.toString().substring(1)) % 2 == 0);
        assertThat(old.received).hasSize(10);
    }
}
