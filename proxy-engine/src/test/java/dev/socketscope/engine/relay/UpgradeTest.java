package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Handshake.Station;
import dev.socketscope.engine.api.Handshake.Step;
import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.ws.HandshakeRules;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Upgrades that the upstream agrees to, as they stand on the wire. */
class UpgradeTest extends OnTheWire {
    private static final String SWITCH = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Accept: " + HandshakeRules.accept(Raw.KEY) + "\r\n\r\n";

    @Test
    void theRequestReachesTheUpstreamWithHostOriginKeyQueryAndCookies() {
        client.upgrade("/_hmr?token=abc", "Origin: http://localhost:5173", "Cookie: s=1",
                "Sec-WebSocket-Protocol: vite-hmr",
                "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits");
        String request = accept().switchProtocols("Sec-WebSocket-Protocol: vite-hmr");
        assertThat(request).startsWith("GET /_hmr?token=abc HTTP/1.1\r\n")
                .contains("Host: localhost\r\n", "Origin: http://localhost:5173\r\n", "Cookie: s=1\r\n",
                        "Upgrade: websocket\r\n", "Connection: Upgrade\r\n", "Sec-WebSocket-Key: " + Raw.KEY + "\r\n",
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

    @Test
    void a101WithoutAnAcceptIsPassedOnAndReported() {
        client.upgrade("/");
        Raw upstream = accept();
        upstream.head();
        upstream.send(
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n\u0081\u0001a");
        assertThat(client.head()).startsWith("HTTP/1.1 101 ").doesNotContain("Accept");
        assertThat(client.readText(3)).isEqualTo("\u0081\u0001a");
        assertThat(Engines.events(engine, Event.ProtocolViolation.class)).hasSize(1);
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
