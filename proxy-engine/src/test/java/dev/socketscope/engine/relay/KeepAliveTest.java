package dev.socketscope.engine.relay;

import static dev.socketscope.engine.relay.WireText.fromClient;
import static dev.socketscope.engine.relay.WireText.fromUpstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.FilterException;
import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameView;
import dev.socketscope.engine.api.KeepAlive;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.TunnelPolicy;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The engine's own pings, their pongs, and what happens when none come. */
class KeepAliveTest {
    private static TunnelPolicy pinging(KeepAlive.Legs legs) {
        return TunnelPolicy.PASSIVE
                .with(new KeepAlive(Duration.ofMillis(40), Duration.ofMillis(400), 2, legs));
    }

    private static KeepAlive.Legs only(Leg leg) {
        return KeepAlive.Legs.valueOf(leg.name());
    }

    private static Raw peer(RawTunnel t, Leg leg) {
        return leg == Leg.CLIENT ? t.client : t.upstream;
    }

    private static byte[] data(Leg from, String text) {
        return from == Leg.CLIENT ? fromClient(text) : fromUpstream(text);
    }

    @ParameterizedTest
    @EnumSource(Leg.class)
    void pongsAreMeasuredAndNeverPassedOn(Leg leg) {
        try (RawTunnel t = new RawTunnel(pinging(only(leg)))) {
            for (int i = 0; i < 5; i++) {
                WireText.Got ping = WireText.read(peer(t, leg));
                assertThat(ping.opcode()).isEqualTo(Opcode.PING);
                byte[] pong = WireText.from(leg, Opcode.PONG, ping.payload());
                int split = 1 + i * 2;
                peer(t, leg).send(data(leg, "before")).send(Arrays.copyOf(pong, split));
                peer(t, leg).send(Arrays.copyOfRange(pong, split, pong.length)).send(data(leg, "behind"));
                assertThat(WireText.read(peer(t, leg.other())).text()).isEqualTo("before");
                assertThat(WireText.read(peer(t, leg.other())).text()).isEqualTo("behind");
            }
            long micros = leg == Leg.CLIENT ? t.connection().client().rttMicros()
                    : t.connection().upstream().rttMicros();
            assertThat(micros).isBetween(1L, 2_000_000L);
            assertThat(t.engine.counters().upkeep().pings()).isGreaterThanOrEqualTo(5);
            assertThat(t.engine.rtt(t.connection().id(), leg, 0).samples()).hasSizeGreaterThanOrEqualTo(4)
                    .allMatch(s -> s.micros() >= 0 && s.micros() < 2_000_000);
        }
    }

    @Test
    void whatNeverLeavesSpendsNoTimeInTheEngine() {
        try (RawTunnel t = new RawTunnel(pinging(KeepAlive.Legs.CLIENT))) {
            for (int i = 0; i < 4; i++) {
                WireText.Got ping = WireText.read(t.client);
                t.client.send(WireText.from(Leg.CLIENT, Opcode.PONG, ping.payload()));
            }
            t.client.send(fromClient("a message"));
            assertThat(WireText.read(t.upstream).text()).isEqualTo("a message");
            try (FrameView frames = t.engine.frames(FrameQuery.ALL)) {
                for (long row = frames.firstRow(); row < frames.endRow(); row++) {
                    Frame frame = Objects.requireNonNull(frames.row(row)).frame();
                    if (frame.opcode() == Opcode.PONG) {
                        assertThat(frame.inProxyMicros()).as("pong in row %d", row).isLessThan(20_000);
                    }
                }
            } catch (FilterException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    void thePeersOwnPingsAndPongsAreLeftAlone() {
        try (RawTunnel t = new RawTunnel(pinging(KeepAlive.Legs.UPSTREAM))) {
            WireText.read(t.upstream);
            t.client.send(fromClient(Opcode.PING, true, "mine")).send(fromClient(Opcode.PONG, true, "12345678"));
            await().until(() -> {
                WireText.Got got = WireText.read(t.upstream);
                return got.opcode() == Opcode.PING && got.text().equals("mine");
            });
            await().until(() -> {
                WireText.Got got = WireText.read(t.upstream);
                return got.opcode() == Opcode.PONG && got.text().equals("12345678");
            });
        }
    }

    @Test
    void aPingIsNeverPutIntoTheMiddleOfAFrame() {
        try (RawTunnel t = new RawTunnel(pinging(KeepAlive.Legs.CLIENT))) {
            byte[] frame = fromUpstream("a frame that takes its time");
            t.upstream.send(Arrays.copyOf(frame, 9));
            assertThat(WireText.read(t.client).opcode()).isEqualTo(Opcode.PING);
            t.upstream.send(Arrays.copyOfRange(frame, 9, frame.length));
            await().until(() -> WireText.read(t.client).text().equals("a frame that takes its time"));
        }
    }

    @Test
    void aPingMayStandBetweenFragments() {
        try (RawTunnel t = new RawTunnel(pinging(KeepAlive.Legs.CLIENT))) {
            t.upstream.send(fromUpstream(Opcode.TEXT, false, "one "));
            assertThat(WireText.read(t.client).text()).isEqualTo("one ");
            assertThat(WireText.read(t.client).opcode()).isEqualTo(Opcode.PING);
            t.upstream.send(fromUpstream(Opcode.CONTINUATION, true, "two"));
            await().until(() -> WireText.read(t.client).text().equals("two"));
        }
    }

    @ParameterizedTest
    @EnumSource(Leg.class)
    void aPeerThatDoesNotAnswerIsResetAndTheOtherIsTold(Leg leg) {
        TunnelPolicy impatient = TunnelPolicy.PASSIVE
                .with(new KeepAlive(Duration.ofMillis(50), Duration.ofMillis(50), 2, only(leg)));
        try (RawTunnel t = new RawTunnel(impatient)) {
            assertThat(WireText.read(peer(t, leg.other())).close())
                    .isEqualTo(leg == Leg.UPSTREAM ? "1011 the upstream did not answer 2 pings"
                            : "1001 the client did not answer 2 pings");
            peer(t, leg.other()).close();
            await().until(() -> !t.connection().live());
            assertThat(t.connection().close()).extracting(CloseInfo::manner, CloseInfo::reason)
                    .containsExactly(CloseInfo.Manner.SILENCE, LegTrouble.silent(leg, 2));
            assertThat(Engines.events(t.engine, Event.PongMissed.class)).extracting(Event.PongMissed::missed)
                    .containsExactly(1, 2);
            assertThat(t.engine.counters().upkeep().missedPongs()).isEqualTo(2);
        }
    }

    @Test
    void anIdleConnectionIsEndedWith1001() {
        try (RawTunnel t = new RawTunnel(
                pinging(KeepAlive.Legs.NONE).idleAfter(Duration.ofMillis(200)))) {
            assertThat(WireText.read(t.client).close()).startsWith("1001 idle for");
            assertThat(WireText.read(t.upstream).close()).startsWith("1001 idle for");
        }
    }

    @Test
    void answersToOurPingsDoNotMakeAConnectionBusy() {
        try (RawTunnel t = new RawTunnel(pinging(KeepAlive.Legs.CLIENT).idleAfter(Duration.ofMillis(300)))) {
            await().until(() -> {
                WireText.Got got = WireText.read(t.client);
                if (got.opcode() == Opcode.PING) {
                    t.client.send(WireText.from(Leg.CLIENT, Opcode.PONG, got.payload()));
                }
                return got.opcode() == Opcode.CLOSE;
            });
        }
    }

    /** Its pongs are behind what the client does not take. */
    @Test
    void anUpstreamThatIsNotReadIsNotTakenForDead() {
        KeepAlive quick = new KeepAlive(Duration.ofMillis(100), Duration.ofMillis(100), 2, KeepAlive.Legs.UPSTREAM);
        try (RawTunnel t = new RawTunnel(TunnelPolicy.PASSIVE.with(quick))) {
            byte[] message = data(Leg.UPSTREAM, "x".repeat(60_000));
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 1_000; i++) {
                    t.upstream.send(message);
                }
            });
            await().during(Duration.ofSeconds(1)).until(() -> t.connection().close() == null && !sending.isDone());
        }
    }
}
