package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.CloseInfo.By;
import dev.socketscope.engine.api.CloseInfo.Manner;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.State;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameView;
import dev.socketscope.engine.api.Handshake;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Payload;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.ReadyState;
import org.java_websocket.extensions.permessage_deflate.PerMessageDeflateExtension;
import org.java_websocket.framing.PingFrame;
import org.java_websocket.protocols.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Messages between two peers that we did not write, through the engine. */
class RelayTest {
    private final PeerServer server = PeerServer.running(new Draft_6455(List.of(new PerMessageDeflateExtension()),
            List.of(new Protocol("vite-hmr"), new Protocol(""))));
    private final LocalEngine engine = Engines.to(server.getPort());

    @AfterEach
    void stop() {
        engine.close();
        server.close();
    }

    private Connection awaitClosed() {
        await().until(() -> !Engines.only(engine).live());
        return Engines.only(engine);
    }

    private List<Frame> frames() throws Exception {
        List<Frame> frames = new ArrayList<>();
        try (FrameView view = engine.frames(FrameQuery.ALL)) {
            for (long row = view.firstRow(); row < view.endRow(); row++) {
                frames.add(Objects.requireNonNull(view.row(row)).frame());
            }
        }
        return frames;
    }

    private Payload message(long seq) throws Exception {
        return engine.message(seq).toCompletableFuture().get().orElseThrow();
    }

    @Test
    void textBinaryAndEmptyMessagesGoBothWays() throws Exception {
        try (PeerClient client = PeerClient.connected(Engines.ws(engine, "/echo?x=1"))) {
            client.send("hello ✓");
            client.send(ByteBuffer.wrap(new byte[70_000]));
            client.send("");
            await().untilAsserted(() -> assertThat(client.received).containsExactly("hello ✓", 70_000, ""));
            assertThat(Engines.only(engine).state()).isEqualTo(State.OPEN);
        }
        Connection connection = awaitClosed();
        assertThat(connection.path()).isEqualTo("/echo");
        assertThat(connection.query()).isEqualTo("x=1");
        assertThat(connection.toUpstream().messages()).isEqualTo(3);
        assertThat(connection.toUpstream().frames()).isEqualTo(4);
        assertThat(connection.toClient().messages()).isEqualTo(3);
        assertThat(connection.close()).isEqualTo(new CloseInfo(By.CLIENT, Manner.CLOSE_FRAME, 1000, "", null));
        assertThat(connection.client().address()).startsWith("127.0.0.1:");
        assertThat(connection.upstream().address()).isEqualTo("127.0.0.1:" + server.getPort());
        assertThat(engine.counters().toUpstream()).isEqualTo(connection.toUpstream());
        assertThat(engine.counters().totalConnections()).isEqualTo(1);
        assertThat(engine.counters().activeConnections()).isZero();
        assertThat(frames()).extracting(Frame::opcode)
                .containsOnly(Opcode.TEXT, Opcode.BINARY, Opcode.CLOSE)
                .hasSize(8);
        assertThat(new String(message(0).bytes(), StandardCharsets.UTF_8)).isEqualTo("hello ✓");
    }

    @Test
    void everyCapturedFrameSaysHowLongItWasInTheEngine() throws Exception {
        try (PeerClient client = PeerClient.connected(Engines.ws(engine, "/"))) {
            for (int i = 0; i < 50; i++) {
                client.send("message " + i);
            }
            await().until(() -> client.received.size() == 50);
        }
        awaitClosed();
        assertThat(frames()).hasSize(102).allSatisfy(f -> assertThat(f.inProxyMicros()).isBetween(0L, 1_000_000L));
        long now = System.currentTimeMillis() * 1000;
        assertThat(frames()).allSatisfy(f -> assertThat(f.atMicros()).isBetween(now - 60_000_000, now + 1_000));
    }

    @Test
    void fragmentsStayFragmentsAndAreOneMessage() throws Exception {
        try (PeerClient client = PeerClient.connected(Engines.ws(engine, "/"))) {
            client.sendFragmentedFrame(org.java_websocket.enums.Opcode.TEXT, text("one "), false);
            client.sendPing();
            client.sendFragmentedFrame(org.java_websocket.enums.Opcode.TEXT, text("two "), false);
            client.sendFragmentedFrame(org.java_websocket.enums.Opcode.TEXT, text("three"), true);
            await().untilAsserted(() -> assertThat(client.received).containsExactly("one two three"));
        }
        awaitClosed();
        List<Frame> sent = frames().stream().filter(f -> f.direction() == Direction.TO_UPSTREAM).toList();
        assertThat(sent).extracting(Frame::opcode)
                .containsExactly(Opcode.TEXT, Opcode.PING, Opcode.CONTINUATION, Opcode.CONTINUATION, Opcode.CLOSE);
        long first = sent.getFirst().seq();
        assertThat(sent).extracting(Frame::messageSeq)
                .containsExactly(first, sent.get(1).seq(), first, first, sent.get(4).seq());
        assertThat(new String(message(first).bytes(), StandardCharsets.UTF_8)).isEqualTo("one two three");
        assertThat(Engines.only(engine).toUpstream().messages()).isEqualTo(1);
    }

    private static ByteBuffer text(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aMessageOfAHundredMebibytesGoesThereAndBack() throws Exception {
        int size = 100 << 20;
        byte[] bytes = new byte[size];
        new Random(5).nextBytes(bytes);
        try (PeerClient client = PeerClient.connected(Engines.ws(engine, "/"))) {
            client.send(bytes);
            await().atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> assertThat(client.received).containsExactly(size));
        }
        awaitClosed();
        Frame frame = frames().getFirst();
        assertThat(frame.length()).isEqualTo(size);
        assertThat(frame.captured()).isEqualTo(Engines.CAPTURE.maxPayload());
        assertThat(frame.truncated()).isTrue();
        Payload kept = engine.framePayload(frame.seq()).toCompletableFuture().get().orElseThrow();
        assertThat(kept.bytes()).isEqualTo(java.util.Arrays.copyOf(bytes, Engines.CAPTURE.maxPayload()));
        assertThat(kept.complete()).isFalse();
    }

    @Test
    void compressedMessagesStandAloneAndAreReadable() throws Exception {
        String message = "{\"type\":\"update\",\"path\":\"/src/App.jsx\"} ".repeat(50);
        try (PeerClient client = PeerClient.connected(Engines.ws(engine, "/"),
                new Draft_6455(new PerMessageDeflateExtension()))) {
            client.send(message);
            client.send(message);
            await().untilAsserted(() -> assertThat(client.received).containsExactly(message, message));
        }
        Handshake handshake = awaitClosed().handshake();
        assertThat(handshake.extensions()).contains("permessage-deflate");
        assertThat(handshake.forwardedHeaders()).anySatisfy(h -> assertThat(h.value())
                .contains("server_no_context_takeover")
                .contains("client_no_context_takeover"));
        List<Frame> data = frames().stream().filter(f -> f.opcode() == Opcode.TEXT).toList();
        assertThat(data).hasSize(4).allSatisfy(f -> {
            assertThat(f.rsv1()).isTrue();
            assertThat(f.length()).isLessThan(message.length() / 4);
            assertThat(new String(message(f.seq()).bytes(), StandardCharsets.UTF_8)).isEqualTo(message);
        });
    }

    @Test
    void pingsAndPongsCarryTheirPayload() {
        try (PeerClient client = PeerClient.connected(Engines.ws(engine, "/"))) {
            PingFrame ping = new PingFrame();
            ping.setPayload(text("ping-123"));
            client.sendFrame(ping);
            await().untilAsserted(() -> assertThat(client.pongs).containsExactly("ping-123"));
            assertThat(server.pings).containsExactly("ping-123");
            assertThat(Engines.only(engine).toClient().messages()).isZero();
        }
    }

    @Test
    void theSubprotocolIsTheOneThatTheUpstreamAgreedTo() {
        try (PeerClient client = PeerClient.connected(Engines.ws(engine, "/"),
                new Draft_6455(List.of(), List.of(new Protocol("vite-hmr"), new Protocol("other"))))) {
            assertThat(Engines.only(engine).subprotocol()).isEqualTo("vite-hmr");
            client.send("x");
            await().untilAsserted(() -> assertThat(client.received).containsExactly("x"));
        }
    }

    @Test
    void bothPeersSeeWhoClosedAndWhy() {
        PeerClient client = PeerClient.connected(Engines.ws(engine, "/"));
        await().until(() -> !server.sockets.isEmpty());
        server.first().close(4321, "lunch");
        await().until(() -> client.getReadyState() == ReadyState.CLOSED);
        assertThat(client.ended).containsExactly(new PeerServer.Closed(4321, "lunch", true));
        assertThat(awaitClosed().close())
                .isEqualTo(new CloseInfo(By.UPSTREAM, Manner.CLOSE_FRAME, 4321, "lunch", null));
    }

    @Test
    void aServerThatGoesDownIsSeenByTheClient() throws Exception {
        PeerClient client = PeerClient.connected(Engines.ws(engine, "/"));
        server.stop(2_000, "restart");
        await().until(() -> !client.ended.isEmpty());
        assertThat(client.ended.getFirst().code()).isEqualTo(1001);
        assertThat(Objects.requireNonNull(awaitClosed().close()).code()).isEqualTo(1001);
    }

    @Test
    void manyConnectionsKeepTheirMessagesApart() {
        List<PeerClient> clients = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            clients.add(PeerClient.connected(Engines.ws(engine, "/" + i)));
        }
        for (int round = 0; round < 20; round++) {
            for (int i = 0; i < clients.size(); i++) {
                clients.get(i).send(i + "/" + round);
            }
        }
        await().untilAsserted(() -> {
            for (int i = 0; i < clients.size(); i++) {
                int own = i;
                assertThat(clients.get(i).received).hasSize(20)
                        .allSatisfy(m -> assertThat(m.toString()).startsWith(own + "/"));
            }
        });
        assertThat(engine.connections()).extracting(Connection::path).startsWith("/0", "/1", "/2").hasSize(30);
        assertThat(engine.connections()).extracting(Connection::id).doesNotHaveDuplicates();
        clients.forEach(PeerClient::close);
        server.sockets.forEach(WebSocket::close);
    }

    @Test
    void theEventsTellTheStoryInOrder() {
        try (PeerClient client = PeerClient.connected(Engines.ws(engine, "/s"))) {
            client.send("x");
            await().until(() -> client.received.size() == 1);
        }
        awaitClosed();
        await().until(() -> !Engines.events(engine, Event.ConnectionClosed.class).isEmpty());
        assertThat(Engines.events(engine)).extracting(Object::getClass)
                .extracting(Class::getSimpleName)
                .containsExactly("EngineStarted", "ConnectionRequested", "ConnectionOpened", "LegEnded", "LegEnded",
                        "ConnectionClosed");
    }
}
