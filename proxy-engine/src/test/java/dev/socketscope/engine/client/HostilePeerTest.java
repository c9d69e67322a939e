package dev.socketscope.engine.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.KeepAlive;
import dev.socketscope.engine.api.Reconnect;
import dev.socketscope.engine.client.SocketEvent.Closed;
import dev.socketscope.engine.client.SocketEvent.Failed;
import dev.socketscope.engine.client.SocketEvent.Opened;
import dev.socketscope.engine.client.SocketEvent.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against peers that vanish, fall silent, do not read, or talk nonsense: byte by byte under the test's control. */
@Timeout(60)
class HostilePeerTest {
    private static final Reconnect SHORTLY = new Reconnect(Duration.ofMillis(20), Duration.ofMillis(20), 1, 0, 20);
    private static final KeepAlive QUICK = new KeepAlive(Duration.ofMillis(150), Duration.ofMillis(50), 2,
            KeepAlive.Legs.BOTH);
    private final Recorder events = new Recorder();
    private final ServerSocket server = listen();

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private SocketSettings settings() {
        return SocketSettings.to(URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/")).withReconnect(SHORTLY);
    }

    @Test
    void finWithoutACloseFrameIsALoss() {
        try (ReconnectingWebSocket _ = ReconnectingWebSocket.open(settings(), events)) {
            try (RawPeer peer = RawPeer.accept(server).upgraded()) {
                events.await(Opened.class);
                peer.fin();
                assertThat(events.await(Closed.class)).isEqualTo(new Closed(1006, "", true, Duration.ofMillis(20)));
            }
            try (RawPeer _ = RawPeer.accept(server).upgraded()) {
                events.await(2, Opened.class);
            }
        }
    }

    @Test
    void aResetIsALoss() {
        try (ReconnectingWebSocket _ = ReconnectingWebSocket.open(settings(), events);
                RawPeer peer = RawPeer.accept(server).upgraded()) {
            events.await(Opened.class);
            peer.reset();
            Closed closed = events.await(Closed.class);
            assertThat(closed.code()).isEqualTo(1006);
            assertThat(closed.retryIn()).isNotNull();
        }
    }

    @Test
    void aRefusedUpgradeIsTriedAgainAndItsStatusTold() {
        try (ReconnectingWebSocket _ = ReconnectingWebSocket.open(settings(), events)) {
            try (RawPeer peer = RawPeer.accept(server)) {
                peer.head();
                peer.send("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n");
                Closed closed = events.await(Closed.class);
                assertThat(closed.code()).isEqualTo(1006);
                assertThat(closed.reason()).contains("503");
            }
            try (RawPeer _ = RawPeer.accept(server).upgraded()) {
                events.await(Opened.class);
            }
        }
    }

    @Test
    void anUpgradeThatIsNeverAnsweredIsGivenUpInTime() throws IOException {
        SocketSettings settings = settings().withConnectTimeout(Duration.ofMillis(200));
        try (ReconnectingWebSocket _ = ReconnectingWebSocket.open(settings, events);
                RawPeer peer = RawPeer.accept(server)) {
            peer.head();
            Closed closed = events.await(Closed.class);
            assertThat(closed.reason()).isEqualTo("no connection within 200 ms");
            assertThat(peer.endsByReset()).isTrue();
            RawPeer.accept(server).close();
        }
    }

    @Test
    void aPeerThatFallsSilentIsNoticedAfterItsPongsAreMissing() {
        try (ReconnectingWebSocket _ = ReconnectingWebSocket.open(settings().withKeepAlive(QUICK), events);
                RawPeer peer = RawPeer.accept(server).upgraded()) {
            events.await(Opened.class);
            assertThat(peer.frame().opcode()).isEqualTo(9);
            assertThat(peer.frame().opcode()).isEqualTo(9);

            assertThat(events.await(Closed.class).reason()).isEqualTo("no sign of life");
            assertThat(peer.endsByReset()).isTrue();
        }
    }

    @Test
    void aPeerThatOnlySendsALongMessageSlowlyIsAlive() {
        try (ReconnectingWebSocket _ = ReconnectingWebSocket.open(settings().withKeepAlive(QUICK), events);
                RawPeer peer = RawPeer.accept(server).upgraded()) {
            events.await(Opened.class);
            peer.send(new byte[]{(byte) 0x81, 12});
            for (int i = 0; i < 12; i++) {
                await().pollDelay(Duration.ofMillis(50)).until(() -> true);
                peer.send("x");
            }
            await().until(() -> events.messages().contains("xxxxxxxxxxxx"));
            assertThat(events.all(Closed.class)).isEmpty();
        }
    }

    @Test
    void aPeerThatDoesNotReadFillsTheQueueAndNothingElse() {
        try (ReconnectingWebSocket socket = ReconnectingWebSocket.open(
                settings().withQueue(new QueueBounds(10_000, 4 << 20)).withKeepAlive(KeepAlive.OFF), events);
                RawPeer _ = RawPeer.accept(server).upgraded()) {
            events.await(Opened.class);
            byte[] message = new byte[64 << 10];
            AtomicLong taken = new AtomicLong();
            await().atMost(Recorder.SOON).pollInterval(Duration.ofMillis(1)).until(() -> {
                Sent sent = socket.send(message);
                taken.addAndGet(sent instanceof Sent.Refused ? 0 : message.length);
                return sent.equals(new Sent.Refused(Sent.Reason.QUEUE_FULL));
            });
            // The kernel's buffers on both sides, the library's share, and the queue's own 4 MiB.
            assertThat(taken.get()).isLessThan(32L << 20);
            assertThat(socket.waiting()).isEqualTo(64);
        }
    }

    @Test
    void aSlowListenerHoldsThePeerBackAndMissesNothing() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        try (ReconnectingWebSocket _ = ReconnectingWebSocket.open(settings().withKeepAlive(QUICK), event -> {
            events.accept(event);
            if (event instanceof SocketEvent.Binary) {
                awaitQuietly(go);
            }
        }); RawPeer peer = RawPeer.accept(server).upgraded()) {
            events.await(Opened.class);
            int messages = 2_000;
            AtomicLong written = new AtomicLong();
            Thread writer = Thread.ofVirtual().start(() -> {
                for (int i = 0; i < messages; i++) {
                    peer.send(new byte[]{(byte) 0x82, 126, 0x40, 0});
                    peer.send(new byte[0x4000]);
                    written.incrementAndGet();
                }
            });
            await().until(() -> {
                long before = written.get();
                await().pollDelay(Duration.ofMillis(300)).until(() -> true);
                return before > 0 && before == written.get();
            });
            assertThat(written.get()).isLessThan(messages);

            go.countDown();
            writer.join();
            await().atMost(Recorder.SOON).until(() -> events.count(SocketEvent.Binary.class) == messages);
            assertThat(events.all(Closed.class)).isEmpty();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aFrameThatIsTooLargeEndsItForGood() {
        try (ReconnectingWebSocket _ = ReconnectingWebSocket.open(settings().withMaxFrameBytes(1_000), events);
                RawPeer peer = RawPeer.accept(server).upgraded()) {
            events.await(Opened.class);
            peer.send(new byte[]{(byte) 0x82, 126, 0x10, 0});
            Closed closed = events.await(Closed.class);
            assertThat(closed.code()).isEqualTo(1009);
            assertThat(closed.retryIn()).isNull();
        }
    }

    @Test
    void aDamagedFrameIsAnsweredByAnotherConnection() {
        try (ReconnectingWebSocket _ = ReconnectingWebSocket.open(settings(), events);
                RawPeer peer = RawPeer.accept(server).upgraded()) {
            events.await(Opened.class);
            peer.send(new byte[]{(byte) 0xf1, 0});
            Closed closed = events.await(Closed.class);
            assertThat(closed.code()).isEqualTo(1002);
            assertThat(closed.retryIn()).isNotNull();
        }
    }

    @Test
    void aPeerThatNeverAnswersTheCloseFrameIsCut() {
        ReconnectingWebSocket socket = ReconnectingWebSocket.open(settings(), events);
        try (RawPeer peer = RawPeer.accept(server).upgraded()) {
            events.await(Opened.class);
            socket.close();
            assertThat(peer.frame().opcode()).isEqualTo(8);
            Closed closed = events.await(Closed.class);
            assertThat(closed.retryIn()).isNull();
            assertThat(peer.endsByReset()).isTrue();
        }
    }

    @Test
    void aServerThatCannotResumeIsTalkedToPlainly() {
        try (ReconnectingWebSocket _ = ReconnectingWebSocket.open(settings().resuming(), events);
                RawPeer peer = RawPeer.accept(server).upgraded()) {
            assertThat(peer.request()).contains("Socketscope-Resume: ", "Socketscope-Received: 0");
            peer.send(new byte[]{(byte) 0x81, 2, 'h', 'i'});
            assertThat(events.await(Opened.class)).isEqualTo(new Opened(Session.PLAIN, 0, 0));
            await().until(() -> events.messages().contains("hi"));
        }
    }

    @Test
    void anImpossibleAnswerToTheWishToResumeBeginsANewSession() {
        try (ReconnectingWebSocket _ = ReconnectingWebSocket.open(settings().resuming(), events)) {
            String first;
            try (RawPeer peer = RawPeer.accept(server).upgraded()) {
                first = peer.request();
                peer.text("{\"type\":\"resumed\",\"session\":\"same\",\"received\":5}");
                assertThat(events.await(Failed.class).what()).contains("has 5 messages");
            }
            try (RawPeer peer = RawPeer.accept(server).upgraded()) {
                assertThat(peer.request()).isNotEqualTo(first).contains("Socketscope-Received: 0");
            }
        }
    }

    @Test
    void pongsThatNeverComeEndAConnectionWhoseMessagesNobodyConfirms() {
        KeepAlive onlyConfirmations = new KeepAlive(Duration.ofMinutes(5), Duration.ofMillis(50), 2,
                KeepAlive.Legs.BOTH);
        SocketSettings settings = settings().resuming()
                .withKeepAlive(onlyConfirmations)
                .withQueue(new QueueBounds(4, 100));
        try (ReconnectingWebSocket socket = ReconnectingWebSocket.open(settings, events);
                RawPeer peer = RawPeer.accept(server).upgraded()) {
            peer.text("{\"type\":\"resumed\",\"session\":\"new\",\"received\":0}");
            events.await(Opened.class);
            for (String message : new String[]{"a", "b", "c"}) {
                assertThat(socket.send(message)).isEqualTo(new Sent.Now());
            }
            assertThat(events.await(Closed.class).reason()).isEqualTo("no sign of life");
            try (RawPeer again = RawPeer.accept(server).upgraded()) {
                again.text("{\"type\":\"resumed\",\"session\":\"same\",\"received\":1}");
                assertThat(again.frame().text()).isEqualTo("b");
                assertThat(again.frame().text()).isEqualTo("c");
            }
        }
    }
}
