package dev.socketscope.engine.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Reconnect;
import dev.socketscope.engine.client.ReconnectingWebSocket.State;
import dev.socketscope.engine.client.SocketEvent.Attempt;
import dev.socketscope.engine.client.SocketEvent.Closed;
import dev.socketscope.engine.client.SocketEvent.GaveUp;
import dev.socketscope.engine.client.SocketEvent.Opened;
import dev.socketscope.engine.client.SocketEvent.Session;
import dev.socketscope.engine.client.SocketEvent.Text;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a server that behaves. */
@Timeout(60)
class ReconnectingWebSocketTest {
    private static final Reconnect SHORTLY = new Reconnect(Duration.ofMillis(20), Duration.ofMillis(100), 2, 0.3, 5);
    private final Recorder events = new Recorder();
    private final ResumeServer server = ResumeServer.start((session, message) -> session.send(message));

    @AfterEach
    void stop() {
        server.close();
    }

    private SocketSettings settings() {
        return SocketSettings.to(URI.create("ws://127.0.0.1:" + server.getPort() + "/echo?room=7"))
                .withReconnect(SHORTLY);
    }

    @Test
    void messagesGoBothWaysInOrder() {
        try (ReconnectingWebSocket socket = ReconnectingWebSocket.open(settings(), events)) {
            assertThat(events.await(Opened.class)).isEqualTo(new Opened(Session.PLAIN, 0, 0));
            assertThat(socket.send("ünïcödé 😀")).isEqualTo(new Sent.Now());
            assertThat(socket.send(new byte[]{0, -1, 127})).isEqualTo(new Sent.Now());

            await().until(
                    () -> events.messages().equals(List.of("ünïcödé 😀", List.of((byte) 0, (byte) -1, (byte) 127))));
            assertThat(server.requests()).containsExactly("/echo?room=7");
            assertThat(socket.state()).isEqualTo(State.OPEN);
        }
    }

    @Test
    void whatIsSentBeforeTheConnectionOpensGoesOutInOrder() {
        try (ReconnectingWebSocket socket = ReconnectingWebSocket.open(settings(), events)) {
            for (int i = 0; i < 50; i++) {
                assertThat(socket.send("m" + i)).isNotInstanceOf(Sent.Refused.class);
            }
            await().until(() -> events.messages().size() == 50);
            assertThat(events.messages().getFirst()).isEqualTo("m0");
            assertThat(events.messages().getLast()).isEqualTo("m49");
        }
    }

    @Test
    void aLostConnectionIsDialledAgainWithGrowingWaits() {
        try (ReconnectingWebSocket _ = ReconnectingWebSocket.open(settings(), events)) {
            events.await(Opened.class);
            int port = server.getPort();
            server.close();
            events.await(3, Attempt.class);
            try (ResumeServer restarted = ResumeServer.start(port, (_, _) -> {})) {
                events.await(2, Opened.class);

                assertThat(restarted.requests()).hasSize(1);
                List<Attempt> attempts = events.all(Attempt.class);
                assertThat(attempts).extracting(Attempt::number).startsWith(1, 2, 3);
                assertThat(attempts).allSatisfy(a -> assertThat(a.of()).isEqualTo(5));
                assertThat(attempts.get(0).delay()).isBetween(Duration.ofMillis(20), Duration.ofMillis(26));
                assertThat(attempts.get(1).delay()).isBetween(Duration.ofMillis(40), Duration.ofMillis(52));
                assertThat(attempts.get(2).delay()).isBetween(Duration.ofMillis(80), Duration.ofMillis(104));
            }
        }
    }

    @Test
    void theCountOfAttemptsBeginsAgainAfterEachSuccess() {
        try (ReconnectingWebSocket _ = ReconnectingWebSocket.open(settings(), events)) {
            for (int i = 1; i <= 7; i++) {
                events.await(i, Opened.class);
                server.cutAll();
            }
            events.await(8, Opened.class);
            assertThat(events.all(Attempt.class)).hasSize(7).extracting(Attempt::number).containsOnly(1);
        }
    }

    @Test
    void itGivesUpAfterTheLastAttempt() {
        server.close();
        try (ReconnectingWebSocket socket = ReconnectingWebSocket.open(settings(), events)) {
            assertThat(events.await(GaveUp.class).attempts()).isEqualTo(5);

            assertThat(events.all(Attempt.class)).extracting(Attempt::number).containsExactly(1, 2, 3, 4, 5);
            assertThat(events.all(Closed.class)).hasSize(6).extracting(Closed::code).containsOnly(1006);
            assertThat(events.all(Closed.class).getLast().retryIn()).isNull();
            assertThat(events.events().getLast()).isInstanceOf(GaveUp.class);
            await().until(() -> socket.state() == State.CLOSED);
            assertThat(socket.send("too late")).isEqualTo(new Sent.Refused(Sent.Reason.CLOSED));
        }
    }

    @ParameterizedTest
    @CsvSource({"1001, true", "1011, true", "1012, true", "1013, true", "4000, true", "1000, false", "1008, false",
            "3000, false", "3003, false"})
    void theCodeOfTheCloseFrameDecidesWhetherToComeBack(int code, boolean comesBack) {
        try (ReconnectingWebSocket _ = ReconnectingWebSocket.open(settings(), events)) {
            events.await(Opened.class);
            server.closeAll(code, "because");

            Closed closed = events.await(Closed.class);
            assertThat(closed.code()).isEqualTo(code);
            assertThat(closed.reason()).isEqualTo("because");
            assertThat(closed.remote()).isTrue();
            assertThat(closed.retryIn() != null).isEqualTo(comesBack);
            if (comesBack) {
                events.await(2, Opened.class);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1002, true, false", "1003, true, false", "1007, true, false", "1009, true, false", "1010, true, false",
            "1002, false, true", "1007, false, true", "1009, false, false", "1005, true, true", "1006, false, true",
            "1014, true, true", "4999, true, true"})
    void theSideThatComplainedMatters(int code, boolean remote, boolean comesBack) {
        assertThat(RetryRule.retries(code, remote)).isEqualTo(comesBack);
    }

    @Test
    void closingIsForGood() {
        ReconnectingWebSocket socket = ReconnectingWebSocket.open(settings(), events);
        events.await(Opened.class);
        assertThat(socket.send("last words")).isEqualTo(new Sent.Now());

        socket.close();

        Closed closed = events.await(Closed.class);
        assertThat(closed.code()).isEqualTo(1000);
        assertThat(closed.retryIn()).isNull();
        assertThat(socket.send("more")).isEqualTo(new Sent.Refused(Sent.Reason.CLOSED));
        await().until(() -> server.sessions().getFirst().received().equals(List.of("last words")));
        await().until(() -> server.getConnections().isEmpty());
        await().until(ReconnectingWebSocketTest::noThreadsOfClients);
        assertThat(events.events().getLast()).isEqualTo(closed);
        socket.close();
    }

    private static boolean noThreadsOfClients() {
        return Thread.getAllStackTraces()
                .keySet()
                .stream()
                .noneMatch(t -> t.getName().equals("websocket-client") || t.getName().startsWith("WebSocketConnectRead")
                        || t.getName().startsWith("WebSocketWriteThread"));
    }

    @Test
    void closingWhileItWaitsToDialAgainEndsItToo() {
        server.close();
        ReconnectingWebSocket socket = ReconnectingWebSocket.open(
                settings().withReconnect(new Reconnect(Duration.ofMinutes(5), Duration.ofMinutes(5), 1, 0, 3)), events);
        assertThat(events.await(Closed.class).retryIn()).isEqualTo(Duration.ofMinutes(5));
        await().until(() -> socket.state() == State.WAITING);

        socket.close();

        assertThat(events.await(2, Closed.class).retryIn()).isNull();
        await().until(ReconnectingWebSocketTest::noThreadsOfClients);
        assertThat(events.all(Attempt.class)).isEmpty();
    }

    @Test
    void closingAtOnceLeavesNothingBehind() {
        ReconnectingWebSocket.open(settings(), events).close();

        assertThat(events.await(Closed.class).retryIn()).isNull();
        await().until(ReconnectingWebSocketTest::noThreadsOfClients);
        await().until(() -> server.getConnections().isEmpty());
    }

    @Test
    void aListenerThatThrowsMissesNothingElse() {
        try (ReconnectingWebSocket socket = ReconnectingWebSocket.open(settings(), event -> {
            events.accept(event);
            if (event instanceof Closed) {
                throw new IllegalStateException("on purpose, in a test");
            }
        })) {
            events.await(Opened.class);
            server.cutAll();
            events.await(2, Opened.class);
            socket.send("still there");
            await().until(() -> events.messages().equals(List.of("still there")));
        }
    }

    @Test
    void aFullQueueRefusesAndSaysWhy() {
        server.close();
        try (ReconnectingWebSocket socket = ReconnectingWebSocket.open(settings()
                .withReconnect(new Reconnect(Duration.ofMinutes(1), Duration.ofMinutes(1), 1, 0, 1))
                .withQueue(new QueueBounds(3, 100)), events)) {
            assertThat(socket.send("€".repeat(34))).isEqualTo(new Sent.Refused(Sent.Reason.TOO_LARGE));
            assertThat(socket.send("€".repeat(33))).isEqualTo(new Sent.Queued());
            assertThat(socket.send("x")).isEqualTo(new Sent.Queued());
            assertThat(socket.send("x")).isEqualTo(new Sent.Refused(Sent.Reason.QUEUE_FULL));
            assertThat(socket.send("")).isEqualTo(new Sent.Queued());
            assertThat(socket.send("")).isEqualTo(new Sent.Refused(Sent.Reason.QUEUE_FULL));
            assertThat(socket.waiting()).isEqualTo(3);
        }
    }

    @Test
    void aSubprotocolThatTheServerDoesNotChooseIsAFailedAttempt() {
        try (ReconnectingWebSocket _ = ReconnectingWebSocket.open(settings().withSubprotocols("vite-hmr"), events)) {
            Closed closed = events.await(Closed.class);
            assertThat(closed.code()).isEqualTo(1006);
            assertThat(closed.retryIn()).isNotNull();
        }
    }

    @Test
    void everyMessageFromTheListenersThreadCanBeAnswered() {
        ReconnectingWebSocket[] socket = new ReconnectingWebSocket[1];
        socket[0] = ReconnectingWebSocket.open(settings(), event -> {
            events.accept(event);
            if (event instanceof Text(String text) && text.length() < 10) {
                Objects.requireNonNull(socket[0]).send(text + "x");
            }
        });
        events.await(Opened.class);
        socket[0].send("x");
        await().until(() -> events.messages().size() == 10);
        socket[0].close();
    }

    @Test
    void whatMakesNoSenseIsRefusedInWords() {
        assertThatThrownBy(() -> SocketSettings.to(URI.create("http://h/p?token=abc"))).hasMessage(
                "uri http://h/p: expected ws://host… or wss://host…");
        assertThatThrownBy(() -> settings().resuming().withKeepAlive(dev.socketscope.engine.api.KeepAlive.OFF))
                .hasMessage(
                        "resume with keepAlive off: expected keepAlive, pongs confirm what arrived");
        assertThatThrownBy(() -> new QueueBounds(0, 5)).hasMessageContaining("0 messages");
        assertThat(settings().withHeaders(Map.of("Authorization", "secret")).toString())
                .doesNotContain("secret", "room")
                .contains("Authorization", "/echo");
    }
}
