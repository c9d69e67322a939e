package dev.socketscope.engine.relay;

import static dev.socketscope.engine.relay.Holding.DOWN;
import static dev.socketscope.engine.relay.Holding.DROP;
import static dev.socketscope.engine.relay.Holding.FORWARD;
import static dev.socketscope.engine.relay.Holding.UP;
import static dev.socketscope.engine.relay.Holding.edited;
import static dev.socketscope.engine.relay.Holding.held;
import static dev.socketscope.engine.relay.Holding.outcomes;
import static dev.socketscope.engine.relay.Holding.release;
import static dev.socketscope.engine.relay.WireText.fromClient;
import static dev.socketscope.engine.relay.WireText.fromUpstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Breakpoint;
import dev.socketscope.engine.api.BufferBounds;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.HeldMessage;
import dev.socketscope.engine.api.KeepAlive;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Reconnect;
import dev.socketscope.engine.api.Reply;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.api.TunnelPolicy;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.extensions.permessage_deflate.PerMessageDeflateExtension;
import org.junit.jupiter.api.Test;

/** Held messages on connections that are pinged, resumed, bounded or compressed. */
class HeldAcrossLossesTest {
    private static final TunnelPolicy QUICK = TunnelPolicy.DEFAULT
            .with(new Reconnect(Duration.ofMillis(10), Duration.ofMillis(50), 1, 0, 1_000));

    private static Draft_6455 compressing() {
        return new Draft_6455(new PerMessageDeflateExtension());
    }

    @Test
    void pongsPassWhatIsHeldSoThatNoPeerCountsAsDead() {
        TunnelPolicy pinging = TunnelPolicy.PASSIVE
                .with(new KeepAlive(Duration.ofMillis(50), Duration.ofMillis(50), 20, KeepAlive.Legs.BOTH));
        try (PeerServer server = PeerServer.running();
                LocalEngine engine = Engines.to(server.getPort(), pinging);
                PeerClient client = PeerClient.connected(Engines.ws(engine, "/"))) {
            Holding.set(engine, DOWN);
            Holding.set(engine, UP);
            client.send("up");
            server.first().send("down");
            List<HeldMessage> two = held(engine, 2);
            long before = engine.counters().upkeep().pings();
            // A peer whose pongs are stuck is dead after twenty.
            await().until(() -> engine.counters().upkeep().pings() >= before + 60);
            client.sendPing();
            await().until(() -> client.pongs.size() == 1);
            assertThat(Engines.only(engine).close()).isNull();
            assertThat(server.received).isEmpty();
            two.forEach(message -> release(engine, message, FORWARD));
            await().until(() -> server.received.contains("up") && client.received.contains("down"));
        }
    }

    @Test
    void whatIsLetGoWhileTheUpstreamIsAwayWaitsForIt() {
        try (RawTunnel t = new RawTunnel(QUICK)) {
            Holding.set(t.engine, UP.saying("held"));
            t.client.send(fromClient("held 1")).send(fromClient("free")).send(fromClient("held 2"));
            List<HeldMessage> two = held(t.engine, 2);
            t.upstream.reset();
            try (Raw back = t.upstreamAgain()) {
                await().until(() -> t.connection().state() == Connection.State.OPEN);
                release(t.engine, two.get(0), edited("edited"));
                assertThat(WireText.read(back).text()).isEqualTo("edited");
                assertThat(WireText.read(back).text()).isEqualTo("free");
                back.reset();
                await().until(() -> t.connection().state() == Connection.State.UPSTREAM_AWAY);
                release(t.engine, two.get(1), FORWARD);
                await().until(() -> t.connection().survival().bufferedToUpstream() == 1);
                try (Raw again = t.upstreamAgain()) {
                    assertThat(WireText.read(again).text()).isEqualTo("held 2");
                }
            }
        }
    }

    @Test
    void aMessageBegunWhileTheUpstreamIsAwayIsHeldWhole() {
        try (RawTunnel t = new RawTunnel(QUICK)) {
            Holding.set(t.engine, UP);
            t.client.send(fromClient("first"));
            held(t.engine, 1);
            t.upstream.reset();
            await().until(() -> t.connection().state() == Connection.State.UPSTREAM_AWAY);
            t.client.send(fromClient(Opcode.TEXT, false, "begun, "));
            await().until(() -> t.connection().toUpstream().frames() == 2);
            try (Raw back = t.upstreamAgain()) {
                await().until(() -> t.connection().state() == Connection.State.OPEN);
                t.client.send(fromClient(Opcode.CONTINUATION, true, "ended"));
                List<HeldMessage> two = held(t.engine, 2);
                assertThat(two.getLast().preview()).isEqualTo("begun, ended");
                release(t.engine, two.getLast(), edited("second"));
                release(t.engine, two.getFirst(), FORWARD);
                assertThat(WireText.read(back).text()).isEqualTo("first");
                assertThat(WireText.read(back).text()).isEqualTo("second");
            }
        }
    }

    @Test
    void aClientThatCountsGetsEveryMessageOnceWhateverWasDropped() throws Exception {
        String session = "/x?_resume=abcDEF_-123456&_received=";
        try (ServerSocket listening = Raw.listen();
                LocalEngine engine = Engines.to(listening.getLocalPort(), TunnelPolicy.DEFAULT);
                Raw client = Raw.connect(Engines.port(engine)).upgrade(session + 0);
                Raw upstream = Raw.accept(listening)) {
            upstream.switchProtocols();
            client.head();
            WireText.read(client);
            Holding.set(engine, DOWN.saying("held"));
            upstream.send(fromUpstream("1"))
                    .send(fromUpstream("held a"))
                    .send(fromUpstream("held b"))
                    .send(fromUpstream("4"))
                    .send(fromUpstream("held c"));
            List<HeldMessage> three = held(engine, 3);
            assertThat(WireText.read(client).text()).isEqualTo("1");
            release(engine, three.get(0), DROP);
            release(engine, three.get(1), edited("edited b"));
            assertThat(WireText.read(client).text()).isEqualTo("edited b");
            client.reset();
            await().until(() -> Engines.only(engine).state() == Connection.State.CLIENT_AWAY);
            release(engine, three.get(2), edited("edited c"));
            try (Raw back = Raw.connect(Engines.port(engine)).upgrade(session + 2)) {
                back.head();
                assertThat(WireText.read(back).text()).contains("\"same\"");
                assertThat(WireText.read(back).text()).as("sent, but not received").isEqualTo("4");
                assertThat(WireText.read(back).text()).isEqualTo("edited c");
                upstream.send(fromUpstream("6"));
                assertThat(WireText.read(back).text()).isEqualTo("6");
            }
        }
    }

    private static TunnelPolicy bounded() {
        return TunnelPolicy.PASSIVE.with(new BufferBounds(100, Duration.ofMinutes(1), 4_000));
    }

    @Test
    void theOldestGoesOnWhenThereIsNoRoomForMore() {
        try (RawTunnel t = new RawTunnel(bounded())) {
            Holding.set(t.engine, DOWN.every(3, 0));
            for (int i = 1; i <= 12; i++) {
                t.upstream.send(fromUpstream(i + "x".repeat(900)));
            }
            for (int i = 1; i <= 8; i++) {
                assertThat(WireText.read(t.client).text()).startsWith(i + "x");
            }
            assertThat(outcomes(t.engine)).containsExactly(Event.Outcome.MADE_ROOM, Event.Outcome.MADE_ROOM);
            Engines.submit(t.engine, new Command.ClearBreakpoints());
            for (int i = 9; i <= 12; i++) {
                assertThat(WireText.read(t.client).text()).startsWith(i + "x");
            }
        }
    }

    @Test
    void fiveHundredAreHeldAtMost() {
        try (RawTunnel t = new RawTunnel(TunnelPolicy.PASSIVE)) {
            Holding.set(t.engine, DOWN);
            for (int i = 0; i < 503; i++) {
                t.upstream.send(fromUpstream("m" + i));
            }
            for (int i = 0; i < 3; i++) {
                assertThat(WireText.read(t.client).text()).isEqualTo("m" + i);
            }
            assertThat(held(t.engine, 500).getFirst().preview()).isEqualTo("m3");
            assertThat(outcomes(t.engine)).hasSize(3).containsOnly(Event.Outcome.MADE_ROOM);
        }
    }

    @Test
    void compressedMessagesAreReadHeldAndEdited() throws Exception {
        String long1 = "{\"type\":\"update\",\"path\":\"/src/App.jsx\"} ".repeat(50);
        try (PeerServer server = PeerServer.running(compressing());
                LocalEngine engine = Engines.to(server.getPort());
                PeerClient client = PeerClient.connected(Engines.ws(engine, "/"), compressing())) {
            Holding.set(engine, UP.saying("App.jsx"));
            client.send(long1);
            client.send(long1 + "2");
            List<HeldMessage> two = held(engine, 2);
            assertThat(two.getFirst().length()).isEqualTo(long1.length());
            assertThat(engine.heldContent(two.getFirst().id()).toCompletableFuture().get().orElseThrow())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(long1);
            release(engine, two.get(0), edited("edited"));
            release(engine, two.get(1), FORWARD);
            await().untilAsserted(() -> assertThat(server.received).containsExactly("edited", long1 + "2"));
        }
    }

    @Test
    void aBreakpointCannotActWhereMessagesDependOnEachOther() {
        try (RawTunnel t = RawTunnel.withContextTakeover()) {
            String id = t.connection().id();
            Reply reply = Engines.submit(t.engine,
                    new Command.SetBreakpoint(Breakpoint.on(DOWN)));
            assertThat(reply).isEqualTo(new Reply.Refused("A breakpoint cannot act on " + id
                    + ": its messages are compressed with context takeover, so each one depends on those before it."
                    + " Set the route's compression to independent, or off."));
        }
    }
}
