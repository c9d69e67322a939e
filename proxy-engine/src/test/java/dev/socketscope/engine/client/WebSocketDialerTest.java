package dev.socketscope.engine.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.DialEvent;
import dev.socketscope.engine.api.DialEvent.Closed;
import dev.socketscope.engine.api.DialEvent.Failed;
import dev.socketscope.engine.api.DialEvent.Opened;
import dev.socketscope.engine.api.DialEvent.Received;
import dev.socketscope.engine.api.DialEvent.Refused;
import dev.socketscope.engine.api.DialTarget;
import dev.socketscope.engine.api.Dialed;
import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.sandbox.Sandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.java_websocket.server.DefaultSSLWebSocketServerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WebSocketDialerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private final WebSocketDialer dialer = new WebSocketDialer();
    private final List<DialEvent> events = new CopyOnWriteArrayList<>();
    private ServerSocket listening;

    @BeforeEach
    void listen() throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        listening.close();
    }

    private DialTarget target(String path) {
        return new DialTarget(URI.create("ws://127.0.0.1:" + listening.getLocalPort() + path), List.of(), List.of(),
                false, PATIENCE, false);
    }

    private <T extends DialEvent> T awaitEvent(Class<T> type) {
        await().until(() -> events.stream().anyMatch(type::isInstance));
        return events.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }

    private List<String> heard(Opcode opcode) {
        return events.stream()
                .filter(Received.class::isInstance)
                .map(Received.class::cast)
                .filter(received -> received.opcode() == opcode)
                .map(received -> new String(received.payload(), UTF_8))
                .toList();
    }

    @Test
    void messagesAndPingsGoBothWaysCompressed() throws IOException {
        try (Sandbox sandbox = Sandbox.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            URI echo = URI.create(sandbox.uri().toString().replaceFirst("http", "ws") + "/echo");
            Dialed socket = dialer.dial(new DialTarget(echo, List.of(), List.of(), true, PATIENCE, false), events::add);
            Opened opened = awaitEvent(Opened.class);
            String longer = "again and ".repeat(500);

            assertThat(opened.answer().status()).isEqualTo(101);
            assertThat(opened.answer().headers()).anyMatch(
                    header -> header.name().equalsIgnoreCase("Sec-WebSocket-Extensions")
                            && header.value().contains("permessage-deflate"));
            assertThat(socket.send(Opcode.TEXT, longer.getBytes(UTF_8))).isTrue();
            assertThat(socket.send(Opcode.BINARY, "ab".getBytes(UTF_8))).isTrue();
            assertThat(socket.send(Opcode.PING, "alive".getBytes(UTF_8))).isTrue();
            await().until(() -> heard(Opcode.TEXT).contains(longer) && heard(Opcode.BINARY).contains("ab")
                    && heard(Opcode.PONG).equals(List.of("alive")));

            socket.close(4001, "enough");
            Closed closed = awaitEvent(Closed.class);
            assertThat(closed).isEqualTo(new Closed(4001, "enough", false));
            assertThat(socket.send(Opcode.TEXT, new byte[0])).isFalse();
        }
    }

    @Test
    void headersAndSubprotocolsStandInTheUpgradeAndNoneMayBeChosen() {
        DialTarget target = new DialTarget(target("/a?b=c").uri(), List.of(new Header("Authorization", "Bearer x")),
                List.of("one", "two"), false, PATIENCE, false);
        dialer.dial(target, events::add);
        try (RawPeer peer = RawPeer.accept(listening).upgraded()) {
            awaitEvent(Opened.class);

            assertThat(peer.request()).startsWith("GET /a?b=c HTTP/1.1\r\n")
                    .contains("Authorization: Bearer x\r\n", "Sec-WebSocket-Protocol: one, two\r\n")
                    .doesNotContain("permessage-deflate");
        }
    }

    @Test
    void aRefusalTellsItsStatusAndHeaders() {
        dialer.dial(target("/"), events::add);
        try (RawPeer peer = RawPeer.accept(listening)) {
            peer.head();
            peer.send("HTTP/1.1 403 Forbidden\r\nServer: door\r\nX-Why: token expired\r\nContent-Length: 0\r\n\r\n");

            Refused refused = awaitEvent(Refused.class);

            assertThat(refused.answer()).isEqualTo(new DialEvent.Answer(403, "Forbidden", List.of(
                    new Header("Server", "door"), new Header("X-Why", "token expired"),
                    new Header("Content-Length", "0"))));
        }
    }

    @Test
    void whatThePeerEndsIsToldAsThePeers() {
        dialer.dial(target("/"), events::add);
        try (RawPeer peer = RawPeer.accept(listening).upgraded()) {
            awaitEvent(Opened.class);
            peer.send(new byte[]{(byte) 0x88, 5, 0x03, (byte) 0xF4, 'b', 'y', 'e'});

            assertThat(awaitEvent(Closed.class)).isEqualTo(new Closed(1012, "bye", true));
        }
    }

    @Test
    void aLineThatIsCutIsSeenAs1006() {
        dialer.dial(target("/"), events::add);
        try (RawPeer peer = RawPeer.accept(listening).upgraded()) {
            awaitEvent(Opened.class);
            peer.reset();

            Closed closed = awaitEvent(Closed.class);
            assertThat(closed.code()).isEqualTo(1006);
            assertThat(closed.remote()).isTrue();
        }
    }

    @Test
    void aPeerThatNeverAnswersIsGivenUpInTime() {
        dialer.dial(new DialTarget(target("/").uri(), List.of(), List.of(), false, Duration.ofMillis(200), false),
                events::add);

        assertThat(awaitEvent(Failed.class).why()).isEqualTo("no answer to the upgrade within 200 ms");
    }

    @Test
    void anAttemptCanBeGivenUp() {
        Dialed socket = dialer.dial(target("/"), events::add);
        try (RawPeer peer = RawPeer.accept(listening)) {
            peer.head();
            socket.drop();

            assertThat(awaitEvent(Failed.class).why()).isEqualTo("given up");
        }
    }

    @Test
    void aPortWhereNobodyListensIsAFailure() throws IOException {
        listening.close();
        dialer.dial(target("/"), events::add);

        assertThat(awaitEvent(Failed.class).why()).containsIgnoringCase("refused");
    }

    @Test
    void aCertificateForAnotherNameIsTakenOnlyOnRequest(@TempDir Path directory) throws Exception {
        try (ResumeServer server = ResumeServer.start(0, (session, message) -> session.send(message),
                new DefaultSSLWebSocketServerFactory(OwnCertificate.in(directory, "elsewhere.example")))) {
            URI uri = URI.create("wss://localhost:" + server.getPort() + "/");

            dialer.dial(new DialTarget(uri, List.of(), List.of(), false, PATIENCE, false), events::add);
            assertThat(awaitEvent(Failed.class).why()).containsIgnoringCase("certif");

            dialer.dial(new DialTarget(uri, List.of(), List.of(), false, PATIENCE, true), events::add);
            awaitEvent(Opened.class);
        }
    }
}
