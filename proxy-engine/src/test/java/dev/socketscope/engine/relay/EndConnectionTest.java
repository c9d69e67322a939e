package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.CloseInfo.By;
import dev.socketscope.engine.api.CloseInfo.Manner;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameView;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Reply;
import dev.socketscope.engine.ws.FrameEncoder;
import dev.socketscope.engine.ws.Masking;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections that the engine ends because somebody asked for it. */
class EndConnectionTest {
    private static final Timing QUICK = new Timing(Duration.ofSeconds(60), Duration.ofMillis(400),
            Duration.ofMillis(400));

    private static RawTunnel tunnel() {
        return new RawTunnel(Engines.LIMITS, QUICK, Transport.best());
    }

    private static Reply end(RawTunnel t, Legs legs, Mode mode, int code, String reason) {
        return t.engine.submit(new Command.EndConnection(t.connection().id(), legs, mode, code, reason))
                .toCompletableFuture()
                .join();
    }

    private static CloseInfo awaitClose(RawTunnel t) {
        await().until(() -> !t.connection().live());
        return Objects.requireNonNull(t.connection().close());
    }

    /** Code and reason of a Close frame as the peer reads it, and whether it was masked. */
    private static String readClose(Raw peer) {
        byte[] start = peer.read(2);
        assertThat(start[0] & 0xFF).isEqualTo(0x88);
        boolean masked = (start[1] & 0x80) != 0;
        int key = masked ? ByteBuffer.wrap(peer.read(4)).getInt() : 0;
        byte[] payload = peer.read(start[1] & 0x7F);
        Masking.apply(key, 0, payload, 0, payload.length);
        String reason = new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8);
        return (ByteBuffer.wrap(payload).getShort() & 0xFFFF) + " " + reason + (masked ? " masked" : "");
    }

    @Test
    void bothPeersGetACloseFrameAndAnsweringItEndsEverything() throws Exception {
        try (RawTunnel t = tunnel()) {
            assertThat(end(t, Legs.BOTH, Mode.CLOSE, 4000, "enough")).isInstanceOf(Reply.Done.class);
            assertThat(readClose(t.client)).isEqualTo("4000 enough");
            assertThat(readClose(t.upstream)).isEqualTo("4000 enough masked");
            t.client.send(EngineFrame.close(Leg.UPSTREAM, 4000, "").bytes());
            t.upstream.send(EngineFrame.close(Leg.CLIENT, 4000, "").bytes());
            assertThat(t.client.readToEnd()).isEmpty();
            assertThat(t.upstream.readToEnd()).isEmpty();
            t.client.fin();
            t.upstream.fin();
            assertThat(awaitClose(t)).isEqualTo(new CloseInfo(By.ENGINE, Manner.CLOSE_FRAME, 4000, "enough", null));
            try (FrameView frames = t.engine.frames(FrameQuery.ALL)) {
                assertThat(Objects.requireNonNull(frames.row(0)).frame()).extracting(Frame::injected, Frame::opcode)
                        .containsExactly(true, Opcode.CLOSE);
                assertThat(frames.endRow()).isEqualTo(4);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Leg.class)
    void theOtherPeerSeesTheAnswerOfTheOneThatWasClosed(Leg leg) {
        try (RawTunnel t = tunnel()) {
            Raw closed = leg == Leg.CLIENT ? t.client : t.upstream;
            Raw other = leg == Leg.CLIENT ? t.upstream : t.client;
            end(t, Legs.valueOf(leg.name()), Mode.CLOSE, 1001, "");
            assertThat(readClose(closed)).startsWith("1001");
            byte[] answer = EngineFrame.close(leg.other(), 1001, "").bytes();
            closed.send(answer);
            assertThat(other.read(answer.length)).isEqualTo(answer);
            assertThat(closed.readToEnd()).isEmpty();
            closed.fin();
            assertThat(other.readToEnd()).isEmpty();
            other.fin();
            assertThat(awaitClose(t).by()).isEqualTo(By.ENGINE);
        }
    }

    @Test
    void aPeerThatWasSentACloseFrameAlreadyGetsNoSecondOne() {
        try (RawTunnel t = tunnel()) {
            byte[] close = EngineFrame.close(Leg.CLIENT, 4001, "by upstream").bytes();
            t.upstream.send(close);
            assertThat(t.client.read(close.length)).isEqualTo(close);
            end(t, Legs.BOTH, Mode.CLOSE, 1001, "");
            assertThat(t.client.readToEnd()).isEmpty();
            assertThat(readClose(t.upstream)).startsWith("1001");
            assertThat(awaitClose(t))
                    .isEqualTo(new CloseInfo(By.UPSTREAM, Manner.CLOSE_FRAME, 4001, "by upstream", null));
        }
    }

    @Test
    void aPeerThatDoesNotAnswerGetsFinInTheEnd() {
        try (RawTunnel t = tunnel()) {
            end(t, Legs.BOTH, Mode.CLOSE, 1012, "restart");
            assertThat(readClose(t.client)).isEqualTo("1012 restart");
            assertThat(t.client.readToEnd()).isEmpty();
            assertThat(readClose(t.upstream)).isEqualTo("1012 restart masked");
            assertThat(t.upstream.readToEnd()).isEmpty();
            assertThat(awaitClose(t).code()).isEqualTo(1012);
        }
    }

    @Test
    void aCloseFrameWaitsForTheEndOfTheFrameThatIsUnderWay() {
        try (RawTunnel t = tunnel()) {
            byte[] frame = FrameEncoder.unmasked(FrameEncoder.firstByte(Opcode.BINARY, true, false), new byte[3000]);
            t.upstream.send(Arrays.copyOf(frame, 1000));
            t.client.read(1000);
            end(t, Legs.CLIENT, Mode.CLOSE, 1001, "now");
            t.upstream.send(Arrays.copyOfRange(frame, 1000, frame.length)).send(frame);
            t.client.read(frame.length - 1000);
            assertThat(readClose(t.client)).isEqualTo("1001 now");
            t.client.send(EngineFrame.close(Leg.UPSTREAM, 1001, "").bytes());
            assertThat(t.client.readToEnd()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Legs.class)
    void finIsFinForBoth(Legs legs) {
        try (RawTunnel t = tunnel()) {
            end(t, legs, Mode.FIN, 0, "");
            assertThat(t.client.readToEnd()).isEmpty();
            assertThat(t.upstream.readToEnd()).isEmpty();
            t.client.fin();
            t.upstream.fin();
            assertThat(awaitClose(t)).isEqualTo(new CloseInfo(By.ENGINE, Manner.FIN, 1006,
                    "TCP ended without a Close frame, by command", null));
        }
    }

    @ParameterizedTest
    @EnumSource(Legs.class)
    void resetIsResetForBoth(Legs legs) {
        try (RawTunnel t = tunnel()) {
            end(t, legs, Mode.RST, 0, "");
            assertThatThrownBy(t.client::readToEnd).isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("reset");
            assertThatThrownBy(t.upstream::readToEnd).isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("reset");
            assertThat(awaitClose(t))
                    .isEqualTo(new CloseInfo(By.ENGINE, Manner.RST, 1006, "reset (TCP RST) by command", null));
        }
    }

    @ParameterizedTest
    @CsvSource({"1005", "1006", "1015", "999", "0", "2999", "5000"})
    void aCodeThatMayNotBeSentIsRefusedWithTheRange(int code) {
        try (RawTunnel t = tunnel()) {
            assertThat(end(t, Legs.BOTH, Mode.CLOSE, code, "")).isEqualTo(new Reply.Refused("Code " + code
                    + " may not stand in a Close frame; expected 1000 to 1003, 1007 to 1014 or 3000 to 4999."));
            assertThat(t.connection().live()).isTrue();
        }
    }

    @Test
    void aReasonThatDoesNotFitIsRefused() {
        try (RawTunnel t = tunnel()) {
            assertThat(end(t, Legs.BOTH, Mode.CLOSE, 1000, "ä".repeat(62))).isEqualTo(new Reply.Refused(
                    "The reason takes 124 bytes of UTF-8; at most 123 fit into a Close frame."));
            assertThat(end(t, Legs.BOTH, Mode.CLOSE, 1000, "ä".repeat(61))).isInstanceOf(Reply.Done.class);
        }
    }

    @Test
    void whatIsNotThereCannotBeEnded() {
        try (RawTunnel t = tunnel()) {
            Command unknown = new Command.EndConnection("ws_nope1", Legs.BOTH, Mode.FIN, 0, "");
            assertThat(t.engine.submit(unknown).toCompletableFuture().join())
                    .isEqualTo(new Reply.Refused("There is no connection ws_nope1."));
            t.client.reset();
            awaitClose(t);
            assertThat(end(t, Legs.BOTH, Mode.FIN, 0, "")).isInstanceOfSatisfying(Reply.Refused.class,
                    r -> assertThat(r.reason()).contains("is closed"));
        }
    }

    @Test
    void clearingTheCaptureForgetsFramesButNotCounts() throws Exception {
        try (RawTunnel t = tunnel()) {
            byte[] text = FrameEncoder.unmasked(FrameEncoder.firstByte(Opcode.TEXT, true, false), new byte[]{'x'});
            t.upstream.send(text);
            t.client.read(text.length);
            await().until(() -> t.engine.counters().framesCaptured() == 1);
            assertThat(t.engine.submit(new Command.ClearCapture()).toCompletableFuture().join())
                    .isInstanceOf(Reply.Done.class);
            try (FrameView frames = t.engine.frames(FrameQuery.ALL)) {
                assertThat(frames.firstRow()).isEqualTo(frames.endRow());
            }
            assertThat(t.engine.counters().framesCaptured()).isEqualTo(1);
            assertThat(t.connection().toClient().frames()).isEqualTo(1);
        }
    }

    /** A frame that is longer than allowed ends the connection; one of exactly the allowed length does not. */
    @Test
    void theLongestFrameThatIsAllowedPassesAndTheNextByteIsTooMuch() {
        try (RawTunnel t = new RawTunnel(
                new EngineConfig.Limits(10, 10, 1000, Duration.ofSeconds(5)), QUICK,
                Transport.best())) {
            int first = FrameEncoder.firstByte(Opcode.BINARY, true, false);
            byte[] allowed = FrameEncoder.masked(first, 3, new byte[1000]);
            t.client.send(allowed);
            assertThat(t.upstream.read(allowed.length)).isEqualTo(allowed);
            byte[] small = FrameEncoder.masked(first, 3, new byte[5]);
            byte[] tooLong = FrameEncoder.masked(first, 3, new byte[1001]);
            byte[] glued = Arrays.copyOf(small, small.length + tooLong.length);
            System.arraycopy(tooLong, 0, glued, small.length, tooLong.length);
            t.client.send(glued);
            assertThat(t.upstream.read(small.length)).isEqualTo(small);
            assertThat(readClose(t.upstream)).startsWith("1001 ").endsWith(" masked");
            assertThat(readClose(t.client)).isEqualTo("1009 a frame of 1001 bytes; 1000 are allowed");
            assertThat(t.upstream.readToEnd()).isEmpty();
            assertThat(awaitClose(t)).isEqualTo(new CloseInfo(By.ENGINE, Manner.CLOSE_FRAME, 1009,
                    "a frame of 1001 bytes; 1000 are allowed", null));
            assertThat(Engines.events(t.engine, Event.LimitReached.class)).hasSize(1)
                    .first()
                    .extracting(e -> e.limit(), e -> e.connection())
                    .containsExactly("limits.maxFrame", t.connection().id());
        }
    }
}
