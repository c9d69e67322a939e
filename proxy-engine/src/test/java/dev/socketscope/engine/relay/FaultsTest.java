package dev.socketscope.engine.relay;

import static dev.socketscope.engine.relay.WireText.fromClient;
import static dev.socketscope.engine.relay.WireText.fromUpstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.ControlFault;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.EndingFault;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.FaultSpec;
import dev.socketscope.engine.api.FaultType;
import dev.socketscope.engine.api.HandshakeFault;
import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.api.KeepAlive;
import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.MessageFault.Rule;
import dev.socketscope.engine.api.MessageFault.Utf8;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Reply;
import dev.socketscope.engine.api.TransportFault;
import dev.socketscope.engine.api.TransportFault.Distribution;
import dev.socketscope.engine.api.TunnelPolicy;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each fault does to real sockets. */
class FaultsTest {
    private static final FaultMatch DOWN = FaultMatch.ANY.going(Direction.TO_CLIENT);
    private static final FaultMatch UP = FaultMatch.ANY.going(Direction.TO_UPSTREAM);

    private final RawTunnel t = new RawTunnel(TunnelPolicy.PASSIVE);

    @org.junit.jupiter.api.AfterEach
    void stop() {
        t.close();
    }

    private String arm(FaultSpec spec, FaultMatch match) {
        return arm(Fault.of(spec).on(match));
    }

    private String arm(Fault fault) {
        Reply reply = Engines.submit(t.engine, new Command.ArmFault(fault));
        assertThat(reply).isInstanceOf(Reply.Armed.class);
        String id = ((Reply.Armed) reply).id();
        boolean mine = !(fault.spec() instanceof HandshakeFault);
        if (mine) {
            await().until(() -> !t.connection().live() || t.connection().close() != null
                    || t.connection().faults().contains(id));
        }
        return id;
    }

    private void disarm(String id) {
        assertThat(Engines.submit(t.engine, new Command.DisarmFault(id))).isInstanceOf(Reply.Done.class);
        await().until(() -> !t.connection().faults().contains(id));
    }

    private List<Event.FaultFired> fired() {
        return Engines.events(t.engine, Event.FaultFired.class);
    }

    private void fromServer(String... texts) {
        for (String text : texts) {
            t.upstream.send(fromUpstream(text));
        }
    }

    private String atClient() {
        return WireText.read(t.client).text();
    }

    // Messages.

    @Test
    void dropTakesEveryThirdMessageAndNothingElse() {
        arm(new MessageFault.Drop(), DOWN.every(3, 0));
        fromServer("1", "2", "3", "4", "5", "6", "7");
        assertThat(List.of(atClient(), atClient(), atClient(), atClient(), atClient()))
                .containsExactly("1", "2", "4", "5", "7");
        assertThat(fired()).hasSize(2).allMatch(e -> e.type() == FaultType.DROP);
        t.client.send(fromClient("untouched"));
        assertThat(WireText.read(t.upstream).text()).isEqualTo("untouched");
    }

    @Test
    void aCountIsUsedUpAndTheFaultIsDisarmed() {
        arm(Fault.of(new MessageFault.Drop()).on(DOWN).times(2));
        fromServer("1", "2", "3");
        assertThat(atClient()).isEqualTo("3");
        await().until(() -> t.engine.faults().isEmpty());
        assertThat(Engines.events(t.engine, Event.FaultDisarmed.class)).singleElement()
                .extracting(Event.FaultDisarmed::reason)
                .isEqualTo(Event.DisarmReason.COUNT_USED_UP);
    }

    @Test
    void textSelectsPlainByRegexAndByJson() {
        arm(new MessageFault.Drop(), DOWN.saying("secret"));
        arm(new MessageFault.Drop(), DOWN.saying("/^a+b/"));
        arm(new MessageFault.Drop(), DOWN.saying("json.type==\"update\""));
        fromServer("a secret thing", "aaab", "{\"type\":\"update\"}", "{\"type\":\"other\"}");
        assertThat(atClient()).isEqualTo("{\"type\":\"other\"}");
        assertThat(fired()).hasSize(3);
    }

    @Test
    void theSameSeedFiresAtTheSameMessages() {
        List<String> first = survivors(7);
        assertThat(first).hasSizeBetween(10, 40);
        assertThat(survivors(7)).isEqualTo(first);
        assertThat(survivors(8)).isNotEqualTo(first);
    }

    private static List<String> survivors(long seed) {
        try (RawTunnel fresh = new RawTunnel(TunnelPolicy.PASSIVE)) {
            Engines.submit(fresh.engine,
                    new Command.ArmFault(Fault.of(new MessageFault.Drop()).on(DOWN.saying("m")).likely(0.5, seed)));
            await().until(() -> !fresh.connection().faults().isEmpty());
            for (int i = 0; i < 50; i++) {
                fresh.upstream.send(fromUpstream("m" + i));
            }
            fresh.upstream.send(fromUpstream("end"));
            List<String> got = new ArrayList<>();
            for (String text = WireText.read(fresh.client).text(); !text
                    .equals("end"); text = WireText.read(fresh.client).text()) {
                got.add(text);
            }
            return got;
        }
    }

    @Test
    void duplicatesArriveAgain() {
        arm(new MessageFault.Duplicate(2, Duration.ZERO), DOWN);
        fromServer("x");
        assertThat(List.of(atClient(), atClient(), atClient())).containsExactly("x", "x", "x");
    }

    @Test
    void reorderChangesTheOrderOfAWindowAndLosesNothing() {
        arm(new MessageFault.Reorder(5, Duration.ofSeconds(5)), DOWN);
        fromServer("1", "2", "3", "4", "5");
        List<String> got = List.of(atClient(), atClient(), atClient(), atClient(), atClient());
        assertThat(got).containsExactlyInAnyOrder("1", "2", "3", "4", "5")
                .isNotEqualTo(List.of("1", "2", "3", "4", "5"));
    }

    @Test
    void nothingComesBehindACloseFrame() {
        arm(new MessageFault.Reorder(5, Duration.ofSeconds(50)), DOWN);
        fromServer("1", "2");
        t.upstream.send(EngineFrame.close(dev.socketscope.engine.api.Leg.CLIENT, 1000, "").bytes());
        assertThat(List.of(atClient(), atClient())).containsExactly("1", "2");
        assertThat(WireText.read(t.client).opcode()).isEqualTo(Opcode.CLOSE);
    }

    @Test
    void aWindowThatDoesNotFillGoesOnAfterItsTime() {
        arm(new MessageFault.Reorder(5, Duration.ofMillis(150)), DOWN);
        fromServer("1", "2");
        assertThat(List.of(atClient(), atClient())).containsExactly("1", "2");
    }

    @Test
    void aDelayedMessageHoldsUpThoseBehindIt() {
        arm(new MessageFault.Delay(Duration.ofMillis(300), Duration.ZERO), DOWN.saying("slow"));
        long start = System.nanoTime();
        fromServer("slow", "quick");
        assertThat(atClient()).isEqualTo("slow");
        assertThat(System.nanoTime() - start).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(290));
        assertThat(atClient()).isEqualTo("quick");
    }

    @Test
    void disarmingLetsGoOnWhatWasOnlyDelayed() {
        String id = arm(new MessageFault.Delay(Duration.ofMinutes(5), Duration.ZERO), DOWN);
        fromServer("waits");
        await().until(() -> !fired().isEmpty());
        disarm(id);
        assertThat(atClient()).isEqualTo("waits");
    }

    @Test
    void controlFramesPassMessagesThatAreKept() {
        arm(new MessageFault.Delay(Duration.ofMinutes(5), Duration.ZERO), DOWN);
        fromServer("waits");
        t.upstream.send(fromUpstream(Opcode.PING, true, "passes"));
        assertThat(WireText.read(t.client).opcode()).isEqualTo(Opcode.PING);
    }

    @Test
    void truncateAndReplaceAndFragment() {
        arm(new MessageFault.Replace("cat", "bird"), DOWN);
        arm(new MessageFault.Truncate(8), DOWN);
        arm(new MessageFault.Fragment(3), DOWN);
        fromServer("cat and cat");
        WireText.Got first = WireText.read(t.client);
        WireText.Got second = WireText.read(t.client);
        WireText.Got third = WireText.read(t.client);
        assertThat(first.text() + second.text() + third.text()).isEqualTo("bird and");
        assertThat(List.of(first.opcode(), second.opcode(), third.opcode())).containsExactly(Opcode.TEXT,
                Opcode.CONTINUATION, Opcode.CONTINUATION);
        assertThat(List.of(first.fin(), second.fin(), third.fin())).containsExactly(false, false, true);
    }

    @Test
    void aFragmentedMessageIsTreatedAsOne() {
        arm(new MessageFault.Replace("one two", "joined"), DOWN);
        t.upstream.send(fromUpstream(Opcode.TEXT, false, "one ")).send(fromUpstream(Opcode.CONTINUATION, true, "two"));
        assertThat(atClient()).isEqualTo("joined");
    }

    @Test
    void corruptTextStaysTextOrSurelyIsNot() {
        String id = arm(new MessageFault.Corrupt(3, Utf8.KEEP), DOWN);
        fromServer("äöü and 漢字");
        byte[] kept = WireText.read(t.client).payload();
        assertThat(new String(kept, java.nio.charset.StandardCharsets.UTF_8)).isNotEqualTo("äöü and 漢字")
                .doesNotContain("\uFFFD");
        disarm(id);
        arm(new MessageFault.Corrupt(1, Utf8.BREAK), DOWN);
        fromServer("text");
        assertThat(WireText.read(t.client).text()).contains("\uFFFD");
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void aStrictPeerFailsTheConnectionAtAViolation(Rule rule) {
        try (PeerServer server = PeerServer.running(); LocalEngine engine = Engines.to(server.getPort())) {
            PeerClient client = PeerClient.connected(Engines.ws(engine, "/"));
            Engines.submit(engine, new Command.ArmFault(Fault.of(new MessageFault.Violate(rule)).on(DOWN)));
            await().until(() -> !Engines.only(engine).faults().isEmpty());
            client.send("anything");
            // Java-WebSocket does not look at masks of servers, so that frame arrives as any other.
            if (rule != Rule.MASK) {
                await().until(() -> !client.ended.isEmpty());
                assertThat(client.ended.getFirst().code()).isEqualTo(1002);
            }
            client.close();
        }
    }

    @Test
    void aStrictPeerEndsWith1007AtBrokenText() {
        try (PeerServer server = PeerServer.running(); LocalEngine engine = Engines.to(server.getPort())) {
            PeerClient client = PeerClient.connected(Engines.ws(engine, "/"));
            Engines.submit(engine, new Command.ArmFault(Fault.of(new MessageFault.Corrupt(1, Utf8.BREAK)).on(DOWN)));
            await().until(() -> !Engines.only(engine).faults().isEmpty());
            client.send("anything");
            await().until(() -> !client.ended.isEmpty());
            assertThat(client.ended.getFirst().code()).isEqualTo(1007);
        }
    }

    // Bytes.

    @Test
    void latencyDelaysAndKeepsOrder() {
        arm(new TransportFault.Latency(Duration.ofMillis(200), Duration.ofMillis(100), Distribution.UNIFORM), DOWN);
        long start = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            fromServer("m" + i);
        }
        for (int i = 0; i < 20; i++) {
            assertThat(atClient()).isEqualTo("m" + i);
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        assertThat(millis).isBetween(100L, 2_000L);
        assertThat(fired()).singleElement().extracting(Event.FaultFired::type).isEqualTo(FaultType.LATENCY);
    }

    @Test
    void blackHoleDeliversNothingUntilItIsDisarmedAndThenEverything() {
        String id = arm(new TransportFault.BlackHole(), DOWN);
        fromServer("into the dark");
        t.client.send(fromClient("the other way is open"));
        assertThat(WireText.read(t.upstream).text()).isEqualTo("the other way is open");
        await().until(() -> fired().size() == 1);
        disarm(id);
        assertThat(atClient()).isEqualTo("into the dark");
        assertThat(t.connection().close()).isNull();
    }

    @Test
    void bandwidthIsKept() {
        arm(new TransportFault.Bandwidth(100_000), DOWN);
        byte[] message = fromUpstream("x".repeat(120_000));
        long start = System.nanoTime();
        Thread.ofVirtual().start(() -> t.upstream.send(message));
        assertThat(t.client.read(message.length)).isEqualTo(message);
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(seconds).isBetween(1.1, 1.5);
    }

    @Test
    void sliceKeepsEveryByte() {
        arm(new TransportFault.Slice(7, Duration.ofMillis(1)), DOWN);
        byte[] message = fromUpstream("some text that is cut into pieces of seven bytes");
        t.upstream.send(message);
        assertThat(t.client.read(message.length)).isEqualTo(message);
    }

    @Test
    void maxBytesEndsBothLegs() {
        String id = arm(new TransportFault.MaxBytes(10), DOWN);
        fromServer("far more than ten bytes");
        assertThat(t.client.readToEnd()).isEqualTo(Arrays.copyOf(fromUpstream("far more than ten bytes"), 10));
        await().until(() -> t.connection().close() != null);
        assertThat(t.connection().close()).extracting(CloseInfo::by, CloseInfo::fault)
                .containsExactly(CloseInfo.By.FAULT, id);
    }

    // Control frames.

    @Test
    void swallowedPongsMakeTheEngineNoticeADeadPeer() {
        try (RawTunnel pinged = new RawTunnel(TunnelPolicy.PASSIVE
                .with(new KeepAlive(Duration.ofMillis(50), Duration.ofMillis(100), 2, KeepAlive.Legs.CLIENT)))) {
            Engines.submit(pinged.engine, new Command.ArmFault(Fault.of(new ControlFault.SwallowPong())));
            await().until(() -> {
                WireText.Got got = WireText.read(pinged.client);
                pinged.client.send(WireText.from(dev.socketscope.engine.api.Leg.CLIENT, Opcode.PONG, got.payload()));
                return pinged.connection().close() != null;
            });
            assertThat(pinged.connection().close()).extracting(CloseInfo::manner).isEqualTo(CloseInfo.Manner.SILENCE);
        } catch (UncheckedIOException e) {
            // The client is reset as soon as it counts as dead.
            assertThat(e).hasMessageContaining("reset");
        }
    }

    @Test
    void swallowedPingsNeverArrive() {
        arm(new ControlFault.SwallowPing(), UP);
        t.client.send(fromClient(Opcode.PING, true, "gone")).send(fromClient("after"));
        assertThat(WireText.read(t.upstream).text()).isEqualTo("after");
    }

    @Test
    void aLatePongIsPassedByMessages() {
        arm(new ControlFault.DelayPong(Duration.ofMillis(200)), UP);
        t.client.send(fromClient(Opcode.PONG, true, "late")).send(fromClient("first"));
        assertThat(WireText.read(t.upstream).text()).isEqualTo("first");
        assertThat(WireText.read(t.upstream).text()).isEqualTo("late");
    }

    // Ends.

    @ParameterizedTest
    @EnumSource(Mode.class)
    void disconnectEndsALiveConnectionAsAsked(Mode mode) {
        String id = arm(new EndingFault.Disconnect(Legs.BOTH, mode, 4003, "because"), FaultMatch.ANY);
        switch (mode) {
            case CLOSE -> assertThat(WireText.read(t.client).close()).isEqualTo("4003 because");
            case FIN -> assertThat(t.client.readToEnd()).isEmpty();
            case RST -> Assertions.assertThatThrownBy(t.client::readToEnd).hasMessageContaining("reset");
        }
        await().until(() -> t.connection().close() != null);
        assertThat(t.connection().close()).extracting(CloseInfo::by, CloseInfo::fault)
                .containsExactly(CloseInfo.By.FAULT, id);
    }

    @Test
    void disconnectInPlaceOfAMessage() {
        arm(new EndingFault.Disconnect(Legs.BOTH, Mode.FIN, 1000, ""), DOWN.saying("poison"));
        fromServer("harmless", "poison");
        assertThat(atClient()).isEqualTo("harmless");
        assertThat(t.client.readToEnd()).isEmpty();
    }

    @Test
    void idleCutWaitsForSilence() {
        arm(new EndingFault.IdleCut(Duration.ofMillis(300)), FaultMatch.ANY);
        fromServer("still busy");
        assertThat(atClient()).isEqualTo("still busy");
        assertThat(t.client.readToEnd()).isEmpty();
        assertThat(fired()).singleElement().extracting(Event.FaultFired::type).isEqualTo(FaultType.IDLE_CUT);
    }

    @Test
    void maxLifetimeEndsWhatIsOldEnough() {
        arm(new EndingFault.MaxLifetime(Duration.ofMillis(100)), FaultMatch.ANY);
        assertThat(t.client.readToEnd()).isEmpty();
    }

    @Test
    void slowCloseKeepsTheEndBack() {
        arm(new EndingFault.SlowClose(Duration.ofMillis(300)), FaultMatch.ANY);
        long start = System.nanoTime();
        t.upstream.fin();
        assertThat(t.client.readToEnd()).isEmpty();
        assertThat(System.nanoTime() - start).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(290));
    }

    @Test
    void aLinkThatFlapsIsDialledAgainWhenItIsUp() {
        try (RawTunnel held = new RawTunnel(TunnelPolicy.DEFAULT
                .with(new dev.socketscope.engine.api.Reconnect(Duration.ofMillis(50), Duration.ofMillis(100), 2, 0,
                        50)))) {
            Engines.submit(held.engine, new Command.ArmFault(Fault.of(new EndingFault.Flap(Duration.ofMillis(400),
                    Duration.ofSeconds(60), null, Legs.UPSTREAM, Mode.RST))));
            await().until(() -> held.connection().survival().away() != null);
            try (Raw again = held.upstreamAgain()) {
                again.send(fromUpstream("up again"));
                assertThat(WireText.read(held.client).text()).isEqualTo("up again");
            }
            assertThat(Engines.events(held.engine, Event.ReconnectFailed.class)).isNotEmpty()
                    .allMatch(e -> e.reason().contains("keeps the link down"));
        }
    }

    // Handshakes.

    private Raw upgrade() {
        return Raw.connect(Engines.port(t.engine)).upgrade("/raw");
    }

    @Test
    void refuseAnswersInsteadOfTheUpstream() {
        arm(new HandshakeFault.Refuse(429, List.of(new Header("Retry-After", "7")), "slow down"), FaultMatch.ANY);
        try (Raw refused = upgrade()) {
            assertThat(refused.head()).startsWith("HTTP/1.1 429 ").contains("Retry-After: 7");
            assertThat(refused.readTextToEnd()).isEqualTo("slow down");
        }
        await().until(() -> t.engine.connections().getLast().close() != null);
        assertThat(t.engine.connections().getLast().close()).extracting(CloseInfo::by).isEqualTo(CloseInfo.By.FAULT);
    }

    @Test
    void dropEndsTheClientWithoutAnAnswer() {
        arm(new HandshakeFault.Drop(Mode.RST), FaultMatch.ANY);
        try (Raw dropped = upgrade()) {
            Assertions.assertThatThrownBy(dropped::readToEnd).hasMessageContaining("reset");
        }
    }

    @Test
    void aDelayedHandshakeSucceedsLater() {
        arm(new HandshakeFault.Delay(Duration.ofMillis(300)), FaultMatch.ANY);
        long start = System.nanoTime();
        try (Raw late = upgrade(); Raw upstream = t.upstreamAgain()) {
            assertThat(late.head()).startsWith("HTTP/1.1 101 ");
            assertThat(System.nanoTime() - start).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(290));
            assertThat(upstream).isNotNull();
        }
    }

    // Commands.

    @Test
    void aFaultAppliesToOneConnectionOnly() throws Exception {
        try (ServerSocket listening = Raw.listen();
                LocalEngine engine = Engines.to(listening.getLocalPort());
                Raw a = Raw.connect(Engines.port(engine)).upgrade("/a");
                Raw atA = Raw.accept(listening)) {
            atA.switchProtocols();
            a.head();
            try (Raw b = Raw.connect(Engines.port(engine)).upgrade("/b"); Raw atB = Raw.accept(listening)) {
                atB.switchProtocols();
                b.head();
                Engines.submit(engine,
                        new Command.ArmFault(Fault.of(new MessageFault.Drop()).on(FaultMatch.ANY.onPath("/a"))));
                await().until(() -> engine.connections().stream().filter(c -> !c.faults().isEmpty()).count() == 1);
                a.send(fromClient("lost"));
                b.send(fromClient("kept"));
                assertThat(WireText.read(atB).text()).isEqualTo("kept");
            }
        }
    }

    @Test
    void afterAndDurationBoundAFault() {
        arm(Fault.of(new MessageFault.Drop()).on(DOWN).during(Duration.ZERO, Duration.ofMillis(200)));
        fromServer("dropped");
        await().until(() -> t.engine.faults().isEmpty());
        fromServer("kept");
        assertThat(atClient()).isEqualTo("kept");
        assertThat(Engines.events(t.engine, Event.FaultDisarmed.class)).singleElement()
                .extracting(Event.FaultDisarmed::reason)
                .isEqualTo(Event.DisarmReason.EXPIRED);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThat(Engines.submit(t.engine, new Command.ArmFault(Fault.of(new MessageFault.Drop())
                .on(FaultMatch.ANY.onConnection("ws_nothing"))))).isInstanceOf(Reply.Refused.class);
        assertThat(Engines.submit(t.engine,
                new Command.ArmFault(Fault.of(new MessageFault.Drop()).on(DOWN.saying("/(/")))))
                .isInstanceOf(Reply.Refused.class);
        assertThat(Engines.submit(t.engine, new Command.DisarmFault("flt_99"))).isInstanceOf(Reply.Refused.class);
    }
}
