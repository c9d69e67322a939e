package dev.socketscope.engine.relay;

import static dev.socketscope.engine.relay.WireText.fromClient;
import static dev.socketscope.engine.relay.WireText.fromUpstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Opcode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An upstream that goes without a Close frame is replaced while the client notices nothing. */
class UpstreamLossTest {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theClientNoticesNothing(boolean reset) {
        try (RawTunnel t = new RawTunnel(UpstreamLosses.POLICY)) {
            if (reset) {
                t.upstream.reset();
            } else {
                t.upstream.close();
            }
            Raw next = t.upstreamAgain();
            await().until(() -> t.connection().state() == Connection.State.OPEN);
            next.send(fromUpstream("back"));
            assertThat(WireText.read(t.client).text()).isEqualTo("back");
            t.client.send(fromClient("again"));
            assertThat(WireText.read(next).text()).isEqualTo("again");
            assertThat(t.connection().survival().reconnects()).isEqualTo(1);
            assertThat(t.connection().survival().away()).isNull();
            assertThat(t.engine.counters().upkeep().reconnections()).isEqualTo(1);
            assertThat(t.engine.counters().totalConnections()).isEqualTo(1);
            assertThat(Engines.events(t.engine, Event.UpstreamLost.class)).singleElement()
                    .extracting(Event.UpstreamLost::manner)
                    .isEqualTo(reset ? CloseInfo.Manner.RST : CloseInfo.Manner.FIN);
            assertThat(Engines.events(t.engine, Event.UpstreamBack.class)).hasSize(1);
            next.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"1000", "1001", "1011", "4000"})
    void aCloseFrameEndsTheConnection(int code) {
        try (RawTunnel t = new RawTunnel(UpstreamLosses.POLICY)) {
            t.upstream.send(EngineFrame.close(Leg.CLIENT, code, "bye").bytes());
            assertThat(WireText.read(t.client).close()).isEqualTo(code + " bye");
            t.client.send(EngineFrame.close(Leg.UPSTREAM, code, "").bytes());
            t.upstream.close();
            assertThat(t.client.readToEnd()).isEmpty();
            t.client.close();
            await().until(() -> !t.connection().live());
            assertThat(Engines.events(t.engine, Event.UpstreamLost.class)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1012", "1013"})
    void aCloseFrameThatTellsOfARestartIsALoss(int code) {
        try (RawTunnel t = new RawTunnel(UpstreamLosses.POLICY)) {
            t.upstream.send(fromUpstream("last words")).send(EngineFrame.close(Leg.CLIENT, code, "soon").bytes());
            assertThat(WireText.read(t.client).text()).isEqualTo("last words");
            assertThat(WireText.read(t.upstream).opcode()).isEqualTo(Opcode.CLOSE);
            try (Raw next = t.upstreamAgain()) {
                next.send(fromUpstream("new"));
                assertThat(WireText.read(t.client).text()).isEqualTo("new");
            }
        }
    }

    @Test
    void halfAFrameOfTheLostUpstreamNeverReachesTheClient() {
        try (RawTunnel t = new RawTunnel(UpstreamLosses.POLICY)) {
            byte[] frame = fromUpstream("never complete");
            t.upstream.send(fromUpstream("whole")).send(Arrays.copyOf(frame, 7));
            assertThat(WireText.read(t.client).text()).isEqualTo("whole");
            t.upstream.close();
            try (Raw next = t.upstreamAgain()) {
                next.send(fromUpstream("next"));
                assertThat(WireText.read(t.client).text()).isEqualTo("next");
            }
        }
    }

    @Test
    void aLossInTheMiddleOfAMessageEndsTheConnection() {
        try (RawTunnel t = new RawTunnel(UpstreamLosses.POLICY)) {
            t.upstream.send(fromUpstream(Opcode.TEXT, false, "half of it"));
            assertThat(WireText.read(t.client).text()).isEqualTo("half of it");
            t.upstream.close();
            assertThat(t.client.readToEnd()).isEmpty();
        }
    }

    @Test
    void aCutOfOneLegIsALossOfThatLeg() {
        try (RawTunnel t = new RawTunnel(UpstreamLosses.POLICY)) {
            Engines.submit(t.engine,
                    new Command.EndConnection(t.connection().id(), Command.Legs.UPSTREAM, Command.Mode.FIN, 0, ""));
            assertThat(t.upstream.readToEnd()).isEmpty();
            try (Raw next = t.upstreamAgain()) {
                next.send(fromUpstream("here"));
                assertThat(WireText.read(t.client).text()).isEqualTo("here");
            }
        }
    }

    @Test
    void anotherSubprotocolIsRefusedBecauseTheClientCannotBeTold() {
        try (RawTunnel t = new RawTunnel(UpstreamLosses.attempts(1))) {
            t.upstream.reset();
            try (Raw again = t.dialled()) {
                again.switchProtocols("Sec-WebSocket-Protocol: other");
                assertThat(WireText.read(t.client).close()).startsWith("1011 ");
                assertThat(Engines.events(t.engine, Event.ReconnectFailed.class).getFirst().reason())
                        .contains("subprotocol other");
            }
        }
    }
}
