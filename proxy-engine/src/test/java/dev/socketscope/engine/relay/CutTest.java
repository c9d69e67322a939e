package dev.socketscope.engine.relay;

import static dev.socketscope.engine.relay.WireText.fromUpstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.EndingFault;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.HandshakeFault;
import dev.socketscope.engine.api.Reconnect;
import dev.socketscope.engine.api.Reply;
import dev.socketscope.engine.api.TunnelPolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A link that is cut until it is restored. */
class CutTest {
    private static final TunnelPolicy PATIENT = TunnelPolicy.DEFAULT
            .with(new Reconnect(Duration.ofMinutes(1), Duration.ofMinutes(1), 1, 0, 3));
    private static final TunnelPolicy EAGER = TunnelPolicy.DEFAULT
            .with(new Reconnect(Duration.ofMillis(20), Duration.ofMillis(20), 1, 0, 1_000));
    private static final EndingFault CUT_UPSTREAM = new EndingFault.Cut(Legs.UPSTREAM, Mode.RST, 1001, "");

    private static String arm(RawTunnel t, Fault fault) {
        return ((Reply.Armed) Engines.submit(t.engine, new Command.ArmFault(fault))).id();
    }

    private static void awaitUpstreamAway(RawTunnel t) {
        await().until(() -> t.connection().state() == Connection.State.UPSTREAM_AWAY);
    }

    @Test
    void restoringDialsAtOnceAndNotAtThePlannedTime() {
        try (RawTunnel t = new RawTunnel(PATIENT)) {
            String cut = arm(t, Fault.of(CUT_UPSTREAM));
            awaitUpstreamAway(t);
            assertThatThrownBy(t.upstream::readToEnd).hasMessageContaining("reset");
            Engines.submit(t.engine, new Command.DisarmFault(cut));
            try (Raw again = t.upstreamAgain()) {
                again.send(fromUpstream("restored"));
                assertThat(WireText.read(t.client).text()).isEqualTo("restored");
            }
        }
    }

    @Test
    void whileItLastsAttemptsFailAndNewHandshakesAreToldWhichFaultItIs() {
        try (RawTunnel t = new RawTunnel(EAGER)) {
            String cut = arm(t, Fault.of(CUT_UPSTREAM));
            awaitUpstreamAway(t);
            await().until(() -> Engines.events(t.engine, Event.ReconnectFailed.class).size() > 2);
            assertThat(Engines.events(t.engine, Event.ReconnectFailed.class))
                    .allMatch(e -> e.reason().equals("fault " + cut + " keeps the link down"));
            try (Raw other = Raw.connect(Engines.port(t.engine)).upgrade("/other")) {
                assertThat(other.head()).startsWith("HTTP/1.1 502 ");
                assertThat(other.readTextToEnd()).contains(cut);
            }
            Engines.submit(t.engine, new Command.DisarmAll());
            t.upstreamAgain().close();
        }
    }

    @Test
    void aCutWithADurationRestoresItself() {
        try (RawTunnel t = new RawTunnel(EAGER)) {
            arm(t, Fault.of(CUT_UPSTREAM).during(Duration.ZERO, Duration.ofMillis(200)));
            awaitUpstreamAway(t);
            try (Raw again = t.upstreamAgain()) {
                again.send(fromUpstream("by itself"));
                assertThat(WireText.read(t.client).text()).isEqualTo("by itself");
            }
        }
    }

    @Test
    void aCutClientIsResetAndCannotComeBackUntilItIsRestored() {
        try (RawTunnel t = new RawTunnel()) {
            String cut = arm(t, Fault.of(new EndingFault.Cut(Legs.CLIENT, Mode.RST, 1001, "")));
            assertThatThrownBy(t.client::readToEnd).hasMessageContaining("reset");
            try (Raw again = Raw.connect(Engines.port(t.engine)).upgrade("/raw")) {
                assertThatThrownBy(again::readToEnd).hasMessageContaining("reset");
            }
            Engines.submit(t.engine, new Command.DisarmFault(cut));
            try (Raw again = Raw.connect(Engines.port(t.engine)).upgrade("/raw"); Raw up = t.upstreamAgain()) {
                assertThat(again.head()).startsWith("HTTP/1.1 101 ");
            }
        }
    }

    @Test
    void othersThanThoseThatMatchAreLeftAlone() {
        try (RawTunnel t = new RawTunnel(PATIENT)) {
            arm(t, Fault.of(CUT_UPSTREAM).on(FaultMatch.ANY.onPath("/elsewhere")));
            t.upstream.send(fromUpstream("still there"));
            assertThat(WireText.read(t.client).text()).isEqualTo("still there");
            assertThat(Engines.events(t.engine, Event.FaultFired.class)).isEmpty();
        }
    }

    @Test
    void aDevServerThatIsThereDoesNotUseUpTheAttemptsOfACutPage() {
        try (RawTunnel page = new RawTunnel(PATIENT, "Sec-WebSocket-Protocol: vite-hmr")) {
            arm(page, Fault.of(CUT_UPSTREAM));
            awaitUpstreamAway(page);
            await().during(Duration.ofMillis(1_200))
                    .until(() -> Engines.events(page.engine, Event.ReconnectFailed.class).isEmpty());
        }
    }

    @Test
    void aClientThatComesBackToItsSessionHasAHandshakeLikeANewOne() {
        String wish = "Socketscope-Resume: abcDEF_-123456";
        try (RawTunnel t = new RawTunnel(TunnelPolicy.DEFAULT, wish)) {
            t.client.reset();
            await().until(() -> t.connection().state() == Connection.State.CLIENT_AWAY);
            String refuse = arm(t, Fault.of(new HandshakeFault.Refuse(503, List.of(), "not yet")).times(1));
            try (Raw back = Raw.connect(Engines.port(t.engine)).upgrade("/raw", wish)) {
                assertThat(back.head()).startsWith("HTTP/1.1 503 ");
            }
            assertThat(Engines.events(t.engine, Event.FaultFired.class)).singleElement()
                    .returns(refuse, Event.FaultFired::fault)
                    .returns(t.connection().id(), Event.FaultFired::connection);
            try (Raw back = Raw.connect(Engines.port(t.engine)).upgrade("/raw", wish)) {
                assertThat(back.head()).startsWith("HTTP/1.1 101 ");
                t.upstream.send(fromUpstream("held"));
                assertThat(WireText.read(back).text()).isEqualTo("held");
            }
        }
    }
}
