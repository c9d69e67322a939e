package dev.socketscope.engine.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Reconnect;
import dev.socketscope.engine.client.SocketEvent.Closed;
import dev.socketscope.engine.client.SocketEvent.Opened;
import dev.socketscope.engine.client.SocketEvent.Session;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A session is carried over the loss of its connections. */
@Timeout(60)
class ResumingTest {
    private static final Reconnect AT_ONCE = new Reconnect(Duration.ofMillis(1), Duration.ofMillis(4), 2, 0.5,
            Integer.MAX_VALUE);
    private static final int CUTS = 200;
    private final Recorder events = new Recorder();

    private static SocketSettings to(int port) {
        return SocketSettings.to(URI.create("ws://127.0.0.1:" + port + "/feed")).withReconnect(AT_ONCE).resuming();
    }

    @Test
    void nothingIsLostNothingComesTwiceAndTheOrderStaysOverTwoHundredCuts() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (ResumeServer server = ResumeServer.start(ResumingTest::answerTwice);
                CuttingProxy proxy = new CuttingProxy(server.getPort(), CUTS, 12_000, seed);
                ReconnectingWebSocket socket = ReconnectingWebSocket.open(
                        to(proxy.port()).withQueue(new QueueBounds(64, 1 << 20)), events)) {
            List<Object> sent = sendUntilAllCutsAreDone(socket, proxy, random);

            await().atMost(Recorder.SOON).until(() -> events.messages().size() >= 2 * sent.size());
            assertThat(server.sessions()).as("seed %d", seed).hasSize(1);
            assertThat(server.sessions().getFirst().received()).as("seed %d", seed).isEqualTo(sent);
            assertThat(events.messages()).as("seed %d", seed).isEqualTo(answersTo(sent));
            assertThat(events.all(Opened.class)).as("seed %d", seed)
                    .hasSizeGreaterThan(CUTS / 2)
                    .extracting(Opened::session)
                    .doesNotContain(Session.LOST, Session.PLAIN);
        }
    }

    private static List<Object> sendUntilAllCutsAreDone(ReconnectingWebSocket socket, CuttingProxy proxy,
            Random random) {
        List<Object> sent = new ArrayList<>();
        while (proxy.cutsLeft() > 0 || sent.size() < 500) {
            boolean text = random.nextInt(4) > 0;
            byte[] bytes = new byte[random.nextInt(600)];
            random.nextBytes(bytes);
            String words = sent.size() + " ü€😀 " + "x".repeat(bytes.length);
            Sent answer = text ? socket.send(words) : socket.send(bytes);
            if (answer instanceof Sent.Refused(Sent.Reason reason)) {
                assertThat(reason).isEqualTo(Sent.Reason.QUEUE_FULL);
                LockSupport.parkNanos(100_000);
            } else {
                sent.add(text ? words : ResumeServer.boxed(bytes));
            }
        }
        return sent;
    }

    private static void answerTwice(ResumeServer.Session session, Object message) {
        session.send("got");
        session.send(message);
    }

    private static List<Object> answersTo(List<Object> sent) {
        List<Object> answers = new ArrayList<>();
        for (Object message : sent) {
            answers.add("got");
            answers.add(message);
        }
        return answers;
    }

    @Test
    void whatWasSentWhileAwayArrivesInOrderBothWays() {
        try (ResumeServer server = ResumeServer.start((_, _) -> {});
                ReconnectingWebSocket socket = ReconnectingWebSocket.open(
                        to(server.getPort())
                                .withReconnect(new Reconnect(Duration.ofMillis(150), Duration.ofSeconds(1), 1, 0, 5)),
                        events)) {
            assertThat(events.await(Opened.class)).isEqualTo(new Opened(Session.NEW, 0, 0));
            socket.send("a");
            await().until(() -> server.sessions().getFirst().received().equals(List.of("a")));

            server.cutAll();
            events.await(Closed.class);
            assertThat(socket.send("b")).isEqualTo(new Sent.Queued());
            assertThat(socket.send("c")).isEqualTo(new Sent.Queued());
            server.sessions().getFirst().send("while you were away");

            assertThat(events.await(2, Opened.class)).isEqualTo(new Opened(Session.SAME, 0, 0));
            await().until(() -> server.sessions().getFirst().received().equals(List.of("a", "b", "c")));
            await().until(() -> events.messages().equals(List.of("while you were away")));
        }
    }

    @Test
    void aSessionThatTheServerHasLostBeginsAnew() {
        try (ResumeServer server = ResumeServer.start((_, _) -> {});
                ReconnectingWebSocket socket = ReconnectingWebSocket.open(to(server.getPort()), events)) {
            events.await(Opened.class);
            socket.send("known to the old session");
            await().until(() -> server.sessions().getFirst().received().size() == 1);

            server.forget();
            server.cutAll();

            assertThat(events.await(2, Opened.class)).isEqualTo(new Opened(Session.LOST, 0, 1));
            socket.send("known to the new session");
            await().until(() -> server.sessions().getFirst().received().equals(List.of("known to the new session")));
            server.cutAll();
            assertThat(events.await(3, Opened.class).session()).isEqualTo(Session.SAME);
        }
    }

    @Test
    void theSecretOfASessionIsNotInTheAddress() {
        try (ResumeServer server = ResumeServer.start((_, _) -> {});
                ReconnectingWebSocket _ = ReconnectingWebSocket.open(to(server.getPort()), events)) {
            events.await(Opened.class);

            assertThat(server.requests()).containsExactly("/feed");
            assertThat(ResumeToken.fresh().toString()).isEqualTo("ResumeToken[received 0]");
            assertThat(ResumeToken.fresh().token()).matches("[A-Za-z0-9_-]{32}")
                    .isNotEqualTo(ResumeToken.fresh().token());
        }
    }

    @Test
    void moreThanTheQueueHoldsGoesThroughBecausePongsConfirm() {
        try (ResumeServer server = ResumeServer.start((_, _) -> {});
                ReconnectingWebSocket socket = ReconnectingWebSocket.open(
                        to(server.getPort()).withQueue(new QueueBounds(8, 1_000)), events)) {
            events.await(Opened.class);
            for (int i = 0; i < 500; i++) {
                String message = "message " + i;
                await().pollInterval(Duration.ofMillis(1)).until(() -> !(socket.send(message) instanceof Sent.Refused));
            }
            await().until(() -> server.sessions().getFirst().received().size() == 500);
            assertThat(events.all(Closed.class)).isEmpty();
        }
    }
}
