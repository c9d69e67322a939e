package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.CloseInfo.By;
import dev.socketscope.engine.api.CloseInfo.Manner;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.ws.FrameEncoder;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each end sees when the other one goes, and what the engine writes down about it. */
class ClosingTest {
    private static final byte[] TEXT = FrameEncoder.unmasked(FrameEncoder.firstByte(Opcode.TEXT, true, false),
            new byte[]{'h', 'i'});

    static Stream<Transport> transports() {
        return Transports.working();
    }

    private static CloseInfo awaitClose(RawTunnel tunnel) {
        await().until(() -> !tunnel.connection().live());
        CloseInfo close = Objects.requireNonNull(tunnel.connection().close());
        assertThat(Engines.events(tunnel.engine, Event.ConnectionClosed.class)).hasSize(1)
                .first()
                .extracting(Event.ConnectionClosed::close)
                .isEqualTo(close);
        return close;
    }

    private static RawTunnel tunnel(Transport transport) {
        return new RawTunnel(Engines.LIMITS, Timing.DEFAULT, transport);
    }

    @ParameterizedTest
    @MethodSource("transports")
    void finOfTheClientReachesTheUpstreamWhileTheOtherDirectionGoesOn(Transport transport) {
        try (RawTunnel t = tunnel(transport)) {
            t.client.send("abc").fin();
            assertThat(t.upstream.readTextToEnd()).isEqualTo("abc");
            t.upstream.send(TEXT);
            assertThat(t.client.read(TEXT.length)).isEqualTo(TEXT);
            t.upstream.send(TEXT).fin();
            assertThat(t.client.readToEnd()).isEqualTo(TEXT);
            assertThat(awaitClose(t)).isEqualTo(new CloseInfo(By.CLIENT, Manner.FIN, 1006,
                    "the client ended TCP without a Close frame", null));
            assertThat(Engines.events(t.engine, Event.LegEnded.class))
                    .extracting(Event.LegEnded::leg, Event.LegEnded::manner)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(Leg.CLIENT, Manner.FIN),
                            org.assertj.core.groups.Tuple.tuple(Leg.UPSTREAM, Manner.FIN));
        }
    }

    @ParameterizedTest
    @MethodSource("transports")
    void finOfTheUpstreamReachesTheClientWhileTheOtherDirectionGoesOn(Transport transport) {
        try (RawTunnel t = tunnel(transport)) {
            t.upstream.send(TEXT).fin();
            assertThat(t.client.readToEnd()).isEqualTo(TEXT);
            t.client.send("xyz");
            assertThat(t.upstream.readText(3)).isEqualTo("xyz");
            t.client.fin();
            assertThat(t.upstream.readToEnd()).isEmpty();
            assertThat(awaitClose(t)).isEqualTo(new CloseInfo(By.UPSTREAM, Manner.FIN, 1006,
                    "the upstream ended TCP without a Close frame", null));
        }
    }

    @ParameterizedTest
    @MethodSource("transports")
    void resetOfTheClientIsAResetForTheUpstream(Transport transport) {
        try (RawTunnel t = tunnel(transport)) {
            t.client.reset();
            assertThatThrownBy(t.upstream::readToEnd).isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("reset");
            CloseInfo close = awaitClose(t);
            assertThat(close.by()).isEqualTo(By.CLIENT);
            assertThat(close.manner()).isEqualTo(Manner.RST);
            assertThat(close.code()).isEqualTo(1006);
            assertThat(close.reason()).isEqualTo("the client reset the connection (TCP RST)");
            assertThat(t.engine.counters().errors()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("transports")
    void resetOfTheUpstreamIsAResetForTheClient(Transport transport) {
        try (RawTunnel t = tunnel(transport)) {
            t.upstream.reset();
            assertThatThrownBy(t.client::readToEnd).isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("reset");
            CloseInfo close = awaitClose(t);
            assertThat(close.by()).isEqualTo(By.UPSTREAM);
            assertThat(close.manner()).isEqualTo(Manner.RST);
        }
    }

    @ParameterizedTest
    @MethodSource("transports")
    void aResetThatOnlyAWriteNoticesStillLetsTheLastWordsThrough(Transport transport) {
        try (RawTunnel t = tunnel(transport)) {
            byte[] bye = EngineFrame.close(Leg.CLIENT, 1012, "restart").bytes();
            t.upstream.send(bye);
            t.upstream.reset();
            assertThat(t.client.read(bye.length)).isEqualTo(bye);
            assertThat(awaitClose(t)).isEqualTo(new CloseInfo(By.UPSTREAM, Manner.CLOSE_FRAME, 1012, "restart", null));
        }
    }

    static Stream<Transport> nativeTransports() {
        return Transports.nativeOnes();
    }

    private static long live(RawTunnel tunnel) {
        return tunnel.engine.connections().stream().filter(Connection::live).count();
    }

    /** However its bytes, its end and the engine's reading fall together. */
    @ParameterizedTest
    @MethodSource("nativeTransports")
    void noResetBehindLastWordsIsMissed(Transport transport) {
        byte[] bye = EngineFrame.close(Leg.CLIENT, 1012, "restart").bytes();
        try (RawTunnel first = tunnel(transport)) {
            for (int i = 0; i < 300; i++) {
                try (Raw client = Raw.connect(Engines.port(first.engine), 0).upgrade("/raw");
                        Raw upstream = first.upstreamAgain()) {
                    client.head();
                    upstream.send(bye);
                    upstream.reset();
                    assertThat(client.read(bye.length)).isEqualTo(bye);
                    await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(() -> live(first) == 1);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("nativeTransports")
    void aResetIsNoticedWhileNothingIsReadFromItsSender(Transport transport) {
        try (RawTunnel t = new RawTunnel(Engines.LIMITS, Timing.DEFAULT, transport, 64 << 10)) {
            byte[] message = FrameEncoder.unmasked(FrameEncoder.firstByte(Opcode.BINARY, true, false),
                    new byte[1 << 20]);
            Thread sending = Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        t.upstream.send(message);
                    }
                } catch (UncheckedIOException reset) {
                    // as it should end
                }
            });
            BackPressureTest.awaitStandstill(t);
            t.upstream.reset();
            await().until(() -> !Engines.events(t.engine, Event.LegEnded.class).isEmpty());
            await().until(() -> !sending.isAlive());
        }
    }

    static Stream<Integer> sendableCodes() {
        return IntStream.concat(IntStream.of(1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014),
                IntStream.of(3000, 3999, 4000, 4999)).boxed();
    }

    @Test
    void everyCloseCodeIsPassedAndWrittenDownWhoeverSendsIt() {
        for (int code : sendableCodes().toList()) {
            for (Leg first : Leg.values()) {
                closesWith(first, code);
            }
        }
    }

    private static void closesWith(Leg first, int code) {
        try (RawTunnel t = new RawTunnel()) {
            Raw begins = first == Leg.CLIENT ? t.client : t.upstream;
            Raw answers = first == Leg.CLIENT ? t.upstream : t.client;
            byte[] close = EngineFrame.close(first.other(), code, "because " + code).bytes();
            byte[] answer = EngineFrame.close(first, code, "").bytes();
            begins.send(close);
            assertThat(answers.read(close.length)).isEqualTo(close);
            answers.send(answer);
            assertThat(begins.read(answer.length)).isEqualTo(answer);
            t.upstream.fin();
            assertThat(t.client.readToEnd()).isEmpty();
            t.client.fin();
            By by = first == Leg.CLIENT ? By.CLIENT : By.UPSTREAM;
            assertThat(awaitClose(t)).isEqualTo(new CloseInfo(by, Manner.CLOSE_FRAME, code, "because " + code, null));
            assertThat(Engines.events(t.engine, Event.LegEnded.class)).extracting(Event.LegEnded::manner)
                    .containsOnly(Manner.CLOSE_FRAME);
        }
    }

    @ParameterizedTest
    @EnumSource(Leg.class)
    void aCloseFrameWithoutACodeIs1005(Leg first) {
        try (RawTunnel t = new RawTunnel()) {
            byte[] empty = first == Leg.UPSTREAM
                    ? FrameEncoder.unmasked(FrameEncoder.firstByte(Opcode.CLOSE, true, false), new byte[0])
                    : FrameEncoder.masked(FrameEncoder.firstByte(Opcode.CLOSE, true, false), 7, new byte[0]);
            (first == Leg.CLIENT ? t.client : t.upstream).send(empty);
            assertThat((first == Leg.CLIENT ? t.upstream : t.client).read(empty.length)).isEqualTo(empty);
            t.client.fin();
            t.upstream.fin();
            assertThat(awaitClose(t).code()).isEqualTo(1005);
        }
    }

    @Test
    void aCloseFrameInSingleBytesIsUnderstood() {
        try (RawTunnel t = new RawTunnel()) {
            byte[] close = EngineFrame.close(Leg.UPSTREAM, 4001, "äöü").bytes();
            for (byte b : close) {
                t.client.send(new byte[]{b});
            }
            assertThat(t.upstream.read(close.length)).isEqualTo(close);
            t.client.fin();
            t.upstream.fin();
            assertThat(awaitClose(t)).isEqualTo(new CloseInfo(By.CLIENT, Manner.CLOSE_FRAME, 4001, "äöü", null));
        }
    }

    @ParameterizedTest
    @EnumSource(Leg.class)
    void aLegLeftHalfClosedIsEndedInTheEnd(Leg first) {
        Timing impatient = new Timing(Duration.ofMillis(300), Duration.ofSeconds(1), Duration.ofSeconds(1));
        try (RawTunnel t = new RawTunnel(Engines.LIMITS, impatient, Transport.best())) {
            (first == Leg.CLIENT ? t.client : t.upstream).fin();
            CloseInfo close = awaitClose(t);
            assertThat(close.by()).isEqualTo(first == Leg.CLIENT ? By.CLIENT : By.UPSTREAM);
            List<Event.LegEnded> ended = Engines.events(t.engine, Event.LegEnded.class);
            assertThat(ended).hasSize(2);
            assertThat(ended.getLast().leg()).isEqualTo(first.other());
            assertThat(ended.getLast().detail()).contains("silent");
        }
    }
}
