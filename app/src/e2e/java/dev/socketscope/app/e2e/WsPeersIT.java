package dev.socketscope.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.Hold;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.TunnelPolicy;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** npm's {@code ws} on both ends of the engine. The client compares every byte itself; here is asked what the engine made of it. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WsPeersIT {
    private Peer peer;
    private EngineUnderTest engine;

    @BeforeAll
    void start() {
        peer = new Peer("ws");
        // Without holding, so that each peer sees what the other one does.
        engine = new EngineUnderTest(peer.url(), TunnelPolicy.DEFAULT.with(Hold.NOTHING));
    }

    @AfterAll
    void stop() {
        engine.close();
        peer.close();
    }

    @Test
    void textsOfEveryLengthFormArriveUnchangedAndAreCaptured() throws InterruptedException {
        Peer.check(engine.address(), "text");

        Connection connection = lastClosed("/echo");
        assertThat(frames(connection, Direction.TO_UPSTREAM, Opcode.TEXT)).extracting(Frame::length)
                .containsExactly(0L, 5L, 27L, 125L, 126L, 70_000L);
        assertThat(frames(connection, Direction.TO_CLIENT, Opcode.TEXT)).extracting(Frame::length)
                .containsExactly(0L, 5L, 27L, 125L, 126L, 70_000L);
        assertThat(engine.text(frames(connection, Direction.TO_UPSTREAM, Opcode.TEXT).get(2)))
                .isEqualTo("Zwölf Boxkämpfer ✓ 𝄞");
    }

    @Test
    void binaryMessagesArriveUnchangedAndAreCapturedUpToTheLimit() throws InterruptedException {
        Peer.check(engine.address(), "binary");

        List<Frame> sent = frames(lastClosed("/echo"), Direction.TO_UPSTREAM, Opcode.BINARY);
        assertThat(sent).extracting(Frame::length).containsExactly(256L, 1L << 20, 0L);
        assertThat(engine.message(sent.getFirst()).bytes()).hasSize(256).startsWith(0, 1, 2).endsWith(254, 255);
        assertThat(sent.get(1).captured()).isEqualTo(64 << 10);
    }

    @Test
    void fragmentsKeepTheirBordersAndTheControlFrameBetweenThem() throws InterruptedException {
        Peer.check(engine.address(), "fragments");

        List<Frame> fromServer = engine.frames(lastClosed("/fragments").id())
                .stream()
                .filter(frame -> frame.direction() == Direction.TO_CLIENT)
                .toList();
        assertThat(fromServer.subList(0, 4)).extracting(Frame::opcode)
                .containsExactly(Opcode.TEXT, Opcode.PING, Opcode.CONTINUATION, Opcode.CONTINUATION);
        assertThat(fromServer.subList(0, 4)).extracting(Frame::fin).containsExactly(false, true, false, true);
        assertThat(engine.text(fromServer.getFirst())).isEqualTo("one two three");
    }

    @Test
    void compressedMessagesStandAloneAndAreShownInflated() throws InterruptedException {
        JsonNode client = Peer.check(engine.address(), "deflate");

        assertThat(client.get("extensions").asString()).contains("permessage-deflate", "server_no_context_takeover",
                "client_no_context_takeover");
        List<Frame> sent = frames(lastClosed("/echo"), Direction.TO_UPSTREAM, Opcode.TEXT);
        assertThat(sent).hasSize(30).allMatch(Frame::rsv1).allMatch(frame -> frame.length() < 3000);
        assertThat(engine.text(sent.get(29))).startsWith("29 {\"type\":\"update\"").hasSizeGreaterThan(8000);
    }

    @Test
    void pingsAndPongsGoThroughBothWays() throws InterruptedException {
        Peer.check(engine.address(), "pings");

        Connection connection = lastClosed("/ping");
        for (Direction direction : Direction.values()) {
            assertThat(frames(connection, direction, Opcode.PING)).hasSize(1);
            assertThat(frames(connection, direction, Opcode.PONG)).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"1000,done", "1001,going away", "1011,failure inside", "3000,library", "4999,äöü"})
    void aClientsCloseArrivesWithCodeAndReason(int code, String reason) throws InterruptedException {
        JsonNode client = Peer.check(engine.address(), "closeByClient", Integer.toString(code), reason);

        assertThat(client.get("code").asInt()).isEqualTo(code);
        assertThat(lastClosed("/echo").close())
                .isEqualTo(new CloseInfo(CloseInfo.By.CLIENT, CloseInfo.Manner.CLOSE_FRAME, code, reason, null));
    }

    @Test
    void aCloseWithoutCodeStaysWithoutCode() throws InterruptedException {
        JsonNode client = Peer.check(engine.address(), "closeByClient");

        assertThat(client.get("code").asInt()).isEqualTo(CloseInfo.NO_CODE);
        assertThat(lastClosed("/echo").close()).extracting(CloseInfo::code).isEqualTo(CloseInfo.NO_CODE);
    }

    @ParameterizedTest
    @CsvSource({"1000,done", "1012,restarting", "4001,no more"})
    void aServersCloseArrivesWithCodeAndReason(int code, String reason) throws InterruptedException {
        JsonNode client = Peer.check(engine.address(), "closeByServer", Integer.toString(code), reason);

        assertThat(client.get("code").asInt()).isEqualTo(code);
        assertThat(client.get("reason").asString()).isEqualTo(reason);
        assertThat(lastClosed("/close").close())
                .isEqualTo(new CloseInfo(CloseInfo.By.UPSTREAM, CloseInfo.Manner.CLOSE_FRAME, code, reason, null));
    }

    @Test
    void aServerThatDropsTheLineIsSeenAs1006() throws InterruptedException {
        JsonNode client = Peer.check(engine.address(), "terminate");

        assertThat(client.get("code").asInt()).isEqualTo(CloseInfo.ABNORMAL);
        CloseInfo close = engine.awaitClose(lastClosed("/terminate").id());
        assertThat(close.by()).isEqualTo(CloseInfo.By.UPSTREAM);
        assertThat(close.code()).isEqualTo(CloseInfo.ABNORMAL);
        assertThat(close.manner()).isNotEqualTo(CloseInfo.Manner.CLOSE_FRAME);
    }

    @Test
    void aRefusalReachesTheClientWithItsBody() throws InterruptedException {
        JsonNode client = Peer.check(engine.address(), "refuse");

        assertThat(client.get("status").asInt()).isEqualTo(403);
        assertThat(client.get("body").asString()).isEqualTo("this door stays shut\n");
        assertThat(lastClosed("/refuse").handshake().status()).isEqualTo(403);
    }

    /** The newest connection with this path, when it has ended. */
    private Connection lastClosed(String path) {
        return engine.awaitClosed(engine.awaitConnection(c -> c.path().equals(path)).id());
    }

    private List<Frame> frames(Connection connection, Direction direction, Opcode opcode) {
        return engine.frames(connection.id())
                .stream()
                .filter(frame -> frame.direction() == direction && frame.opcode() == opcode)
                .toList();
    }
}
