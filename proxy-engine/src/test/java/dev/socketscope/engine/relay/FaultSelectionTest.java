package dev.socketscope.engine.relay;

import static dev.socketscope.engine.relay.WireText.fromClient;
import static dev.socketscope.engine.relay.WireText.fromUpstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.FaultType;
import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.Reply;
import dev.socketscope.engine.api.TunnelPolicy;
import dev.socketscope.engine.ws.HandshakeRules;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which messages and connections a fault acts on, when, and until when. */
class FaultSelectionTest extends UnderFaults {
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
        arm(Fault.of(new MessageFault.Drop()).on(DOWN).during(Duration.ZERO, Duration.ofSeconds(1)));
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

    @Test
    void framesThatComeTogetherWithTheHandshakeMeetFaultsToo() throws Exception {
        String answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + HandshakeRules.accept(Raw.KEY) + "\r\n\r\n";
        try (ServerSocket listening = Raw.listen(); LocalEngine engine = Engines.to(listening.getLocalPort())) {
            Engines.submit(engine, new Command.ArmFault(Fault.of(new MessageFault.Drop()).times(2)));
            try (Raw client = Raw.connect(Engines.port(engine)).upgrade("/").send(fromClient("lost on the way up"));
                    Raw upstream = Raw.accept(listening)) {
                upstream.head();
                upstream.send(answer + new String(fromUpstream("lost on the way down"), StandardCharsets.ISO_8859_1));
                client.head();
                await().until(() -> engine.faults().isEmpty());
                upstream.send(fromUpstream("down"));
                client.send(fromClient("up"));
                assertThat(WireText.read(client).text()).isEqualTo("down");
                assertThat(WireText.read(upstream).text()).isEqualTo("up");
            }
        }
    }
}
