package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.CloseInfo.By;
import dev.socketscope.engine.api.CloseInfo.Manner;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Event;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Upgrades that one of the peers, or the engine, does not agree to. */
class UpgradeRefusalTest extends OnTheWire {
    private CloseInfo close() {
        return Objects.requireNonNull(Engines.only(engine).close());
    }

    @Test
    void aRefusalArrivesWithItsBodyAndHeaders() {
        client.upgrade("/");
        Raw upstream = accept();
        upstream.head();
        upstream.send("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic\r\nContent-Length: 9\r\n\r\nno ticket");
        assertThat(client.head()).startsWith("HTTP/1.1 401 Unauthorized\r\n").contains("WWW-Authenticate: Basic");
        assertThat(client.readTextToEnd()).isEqualTo("no ticket");
        Connection connection = Engines.only(engine);
        assertThat(connection.state()).isEqualTo(Connection.State.CLOSED);
        assertThat(connection.handshake().status()).isEqualTo(401);
        assertThat(close()).isEqualTo(
                new CloseInfo(By.UPSTREAM, Manner.HANDSHAKE, 1006, "the upstream answered 401 Unauthorized", null));
        assertThat(Engines.events(engine, Event.HandshakeFailed.class)).extracting(Event.HandshakeFailed::status)
                .containsExactly(401);
        assertThat(engine.counters().failedHandshakes()).isEqualTo(1);
        assertThat(engine.counters().totalConnections()).isZero();
    }

    @Test
    void aRefusalThatEndsWithItsConnectionArrivesWhole() {
        client.upgrade("/");
        Raw upstream = accept();
        upstream.head();
        upstream.send("HTTP/1.1 404 Not Found\r\n\r\n" + "x".repeat(300_000)).fin();
        assertThat(client.head()).startsWith("HTTP/1.1 404 ");
        assertThat(client.readTextToEnd()).hasSizeGreaterThan(300_000).endsWith("0\r\n\r\n");
    }

    @Test
    void octetsThatAreNotHttpBecomeA502ThatQuotesThem() {
        client.upgrade("/_next/hmr");
        Raw upstream = accept();
        upstream.head();
        upstream.send("Unauthorized").fin();
        assertThat(client.head()).startsWith("HTTP/1.1 502 ");
        assertThat(client.readTextToEnd()).contains("not HTTP (Unauthorized)");
        assertThat(close().by()).isEqualTo(By.UPSTREAM);
    }

    @Test
    void anUpstreamThatClosesWithoutAWordGets502() {
        client.upgrade("/");
        try (Raw upstream = accept()) {
            upstream.head();
        }
        assertThat(client.head()).startsWith("HTTP/1.1 502 ");
        assertThat(client.readTextToEnd()).contains("closed the connection without answering");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n",
            "Upgrade: websocket\r\nConnection: keep-alive\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + Raw.KEY
                    + "\r\n",
            "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: short\r\n"})
    void aMalformedUpgradeGets400WithTheReasonAndIsShown(String headers) {
        client.send("GET /bad HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n");
        assertThat(client.head()).startsWith("HTTP/1.1 400 ");
        assertThat(client.readTextToEnd()).containsPattern("Sec-WebSocket-Key|Connection header");
        assertThat(Engines.only(engine).handshake().status()).isEqualTo(400);
        assertThat(close().by()).isEqualTo(By.CLIENT);
    }

    @Test
    void anotherVersionGets426AndTheOneThatIsSpoken() {
        client.send(
                "GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 8\r\n"
                        + "Sec-WebSocket-Key: " + Raw.KEY + "\r\n\r\n");
        assertThat(client.head()).startsWith("HTTP/1.1 426 ").contains("Sec-WebSocket-Version: 13\r\n");
    }

    @Test
    void aClientThatLeavesDuringTheUpgradeLeavesNothingBehind() {
        client.upgrade("/");
        Raw upstream = accept();
        upstream.head();
        client.close();
        assertThat(upstream.readToEnd()).isEmpty();
        await().until(() -> !Engines.only(engine).live());
        assertThat(close().by()).isEqualTo(By.CLIENT);
        assertThat(engine.counters().activeConnections()).isZero();
    }
}
