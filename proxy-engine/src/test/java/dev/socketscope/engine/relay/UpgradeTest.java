package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.CloseInfo.By;
import dev.socketscope.engine.api.CloseInfo.Manner;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Handshake.Station;
import dev.socketscope.engine.api.Handshake.Step;
import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.ws.HandshakeRules;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The upgrade as it stands on the wire, with a test in control of both ends. */
class UpgradeTest {
    private static final String SWITCH = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Accept: " + HandshakeRules.accept(Raw.KEY) + "\r\n\r\n";

    private final ServerSocket listening = Raw.listen();
    private final LocalEngine engine = Engines.to(listening.getLocalPort());
    private final Raw client = Raw.connect(Engines.port(engine));

    @AfterEach
    void stop() throws IOException {
        client.close();
        engine.close();
        listening.close();
    }

    private Raw accept() {
        return Raw.accept(listening);
    }

    private CloseInfo close() {
        return Objects.requireNonNull(Engines.only(engine).close());
    }

    @Test
    void theRequestReachesTheUpstreamWithHostOriginKeyQueryAndCookies() {
        client.upgrade("/_hmr?token=abc", "Origin: http://localhost:5173", "Cookie: s=1",
                "Sec-WebSocket-Protocol: vite-hmr",
                "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits");
        String request = accept().switchProtocols("Sec-WebSocket-Protocol: vite-hmr");
        assertThat(request).startsWith("GET /_hmr?token=abc HTTP/1.1\r\n")
                .contains("Host: localhost\r\n", "Origin: http://localhost:5173\r\n", "Cookie: s=1\r\n",
                        "Upgrade: websocket\r\n", "Connection: upgrade\r\n", "Sec-WebSocket-Key: " + Raw.KEY + "\r\n",
                        "Sec-WebSocket-Version: 13\r\n", "X-Forwarded-For: 127.0.0.1\r\n", "Via: 1.1 socketscope\r\n",
                        "client_no_context_takeover");
        assertThat(client.head()).startsWith("HTTP/1.1 101 Switching Protocols\r\n")
                .contains("Sec-WebSocket-Accept: " + HandshakeRules.accept(Raw.KEY), "Sec-WebSocket-Protocol: vite-hmr",
                        "Upgrade: websocket\r\n");
        Connection connection = Engines.only(engine);
        assertThat(connection.subprotocol()).isEqualTo("vite-hmr");
        assertThat(connection.handshake().requestLine()).isEqualTo("GET /_hmr?token=abc HTTP/1.1");
        assertThat(connection.handshake().requestHeaders()).contains(new Header("Cookie", "s=1"));
        assertThat(connection.handshake().forwardedHeaders()).contains(new Header("X-Forwarded-Host", "localhost"));
        assertThat(connection.handshake().status()).isEqualTo(101);
    }

    @Test
    void nothingIsPromisedBeforeTheUpstreamHasAgreed() throws IOException {
        client.upgrade("/");
        Raw upstream = accept();
        upstream.head();
        client.socket.setSoTimeout(300);
        assertThat(client.socket.getInputStream().available()).isZero();
        assertThat(Engines.only(engine).state()).isEqualTo(Connection.State.CONNECTING);
        client.socket.setSoTimeout(5_000);
        upstream.send(SWITCH);
        assertThat(client.head()).startsWith("HTTP/1.1 101 ");
        await().until(() -> Engines.only(engine).state() == Connection.State.OPEN);
    }

    @Test
    void everyStepIsTimedAndTheyFollowEachOther() {
        client.upgrade("/");
        Raw upstream = accept();
        upstream.head();
        upstream.send(SWITCH);
        client.head();
        upstream.send(new byte[]{(byte) 0x81, 1, 'x'});
        client.read(3);
        await().until(() -> Engines.only(engine).handshake().steps().size() == 10);
        List<Step> steps = Engines.only(engine).handshake().steps();
        assertThat(steps).extracting(Step::station).containsExactly(Station.values());
        long at = 0;
        for (Step step : steps) {
            assertThat(step.startMicros()).isEqualTo(at);
            assertThat(step.micros()).isBetween(0L, 20_000_000L);
            at += step.micros();
        }
        Event.ConnectionOpened opened = Engines.events(engine, Event.ConnectionOpened.class).getFirst();
        assertThat(opened.micros()).isEqualTo(Engines.only(engine).handshake().totalMicros());
    }

    @Test
    void anUpgradeOnAConnectionThatServedRequestsIsTimedFromItsOwnFirstByte() {
        client.send("GET /page HTTP/1.1\r\nHost: a\r\n\r\n");
        Raw page = accept();
        page.head();
        page.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        client.head();
        client.upgrade("/");
        accept().switchProtocols();
        assertThat(client.head()).startsWith("HTTP/1.1 101 ");
        assertThat(Engines.only(engine).handshake().steps()).extracting(Step::station).doesNotContain(Station.ACCEPT);
    }

    @Test
    void bytesGluedBehindTheRequestAndBehindThe101AreNotLost() {
        String frame = "\u0081\u0083\u0000\u0000\u0000\u0000abc";
        client.send("GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + Raw.KEY + "\r\n\r\n" + frame);
        client.send(frame);
        Raw upstream = accept();
        upstream.head();
        upstream.send(SWITCH + "\u0081\u0003xyz\u0081\u0001!").fin();
        client.head();
        assertThat(client.readTextToEnd()).isEqualTo("\u0081\u0003xyz\u0081\u0001!");
        assertThat(upstream.readText(18)).isEqualTo(frame + frame);
    }

    @Test
    void a101InSingleBytesIsUnderstood() {
        client.upgrade("/");
        Raw upstream = accept();
        upstream.head();
        for (char c : (SWITCH + "\u0081\u0001z").toCharArray()) {
            upstream.send(String.valueOf(c));
        }
        client.head();
        assertThat(client.readText(3)).isEqualTo("\u0081\u0001z");
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

    @Test
    void aWrongAcceptIsPassedOnAndReported() {
        client.upgrade("/");
        Raw upstream = accept();
        upstream.head();
        upstream.send(SWITCH.replaceFirst("Accept: .*?\r\n", "Accept: d3Jvbmc=\r\n"));
        assertThat(client.head()).contains("Sec-WebSocket-Accept: d3Jvbmc=");
        assertThat(Engines.events(engine, Event.ProtocolViolation.class)).hasSize(1)
                .first()
                .satisfies(v -> assertThat(v.detail()).contains("Sec-WebSocket-Accept"));
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

    @Test
    void theAnswerOfAnObserverIsNotABetterOne() {
        client.upgrade("/", "Sec-WebSocket-Extensions: permessage-deflate");
        Raw upstream = accept();
        upstream.head();
        upstream.send(SWITCH.substring(0, SWITCH.length() - 2)
                + "Sec-WebSocket-Extensions: permessage-deflate; server_no_context_takeover\r\nX-Custom: 1\r\n\r\n");
        String head = client.head();
        assertThat(head).contains("X-Custom: 1").contains("server_no_context_takeover; client_no_context_takeover");
        assertThat(Arrays.asList(head.split("\r\n"))).filteredOn(l -> l.startsWith("Via: ")).hasSize(1);
        assertThat(Engines.only(engine).handshake().extensions()).contains("permessage-deflate");
    }
}
