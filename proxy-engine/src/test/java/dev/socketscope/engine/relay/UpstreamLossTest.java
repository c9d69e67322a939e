package dev.socketscope.engine.relay;

import static dev.socketscope.engine.relay.WireText.fromClient;
import static dev.socketscope.engine.relay.WireText.fromUpstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.BufferBounds;
import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Reconnect;
import dev.socketscope.engine.api.Reply;
import dev.socketscope.engine.api.TunnelPolicy;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An upstream that goes without a Close frame is dialled again while the client notices nothing. */
class UpstreamLossTest {
    private static final Reconnect SOON = new Reconnect(Duration.ofMillis(30), Duration.ofMillis(60), 2, 0, 10);
    private static final TunnelPolicy POLICY = TunnelPolicy.DEFAULT.with(SOON);

    private static Connection.Away away(RawTunnel t) {
        await().until(() -> t.connection().state() == Connection.State.UPSTREAM_AWAY);
        return Objects.requireNonNull(t.connection().survival().away());
    }

    private static TunnelPolicy slow() {
        return POLICY.with(new Reconnect(Duration.ofSeconds(20), Duration.ofSeconds(30), 2, 0.3, 10));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theClientNoticesNothing(boolean reset) {
        try (RawTunnel t = new RawTunnel(POLICY)) {
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

    @Test
    void whatTheClientSendsMeanwhileArrivesOnceAndInOrder() {
        try (RawTunnel t = new RawTunnel(slow())) {
            t.upstream.reset();
            away(t);
            for (int i = 0; i < 5; i++) {
                t.client.send(fromClient("m" + i));
            }
            t.client.send(fromClient(Opcode.TEXT, false, "in ")).send(fromClient(Opcode.CONTINUATION, true, "parts"));
            await().until(() -> t.connection().survival().bufferedToUpstream() == 6);
            assertThat(t.engine.counters().upkeep().buffered()).isEqualTo(6);
            Engines.submit(t.engine, new Command.RetryNow(t.connection().id()));
            try (Raw next = t.upstreamAgain()) {
                for (int i = 0; i < 5; i++) {
                    assertThat(WireText.read(next).text()).isEqualTo("m" + i);
                }
                assertThat(WireText.read(next)).matches(f -> !f.fin() && f.text().equals("in "));
                assertThat(WireText.read(next)).matches(f -> f.fin() && f.text().equals("parts"));
                t.client.send(fromClient("after"));
                assertThat(WireText.read(next).text()).isEqualTo("after");
                assertThat(t.engine.counters().upkeep().buffered()).isZero();
                assertThat(Engines.events(t.engine, Event.UpstreamBack.class)).singleElement()
                        .extracting(Event.UpstreamBack::flushed)
                        .isEqualTo(6);
            }
        }
    }

    @Test
    void whatStillWaitsWhenTheClientLeavesIsLostAndThisIsTold() {
        try (RawTunnel t = new RawTunnel(slow())) {
            t.upstream.reset();
            away(t);
            t.client.send(fromClient("one")).send(fromClient("two"));
            await().until(() -> t.connection().survival().bufferedToUpstream() == 2);

            t.client.close();

            await().until(() -> t.connection().state() == Connection.State.CLOSED);
            assertThat(Engines.events(t.engine, Event.MessagesDropped.class)).singleElement()
                    .matches(e -> e.messages() == 2 && e.direction() == Direction.TO_UPSTREAM
                            && e.bound().equals("the connection ended"));
            assertThat(t.engine.counters().upkeep().dropped()).isEqualTo(2);
            assertThat(t.engine.counters().upkeep().buffered()).isZero();
            assertThat(t.connection().survival().dropped()).isEqualTo(2);
        }
    }

    @Test
    void aMessageWhoseEndComesLaterIsSentWhole() {
        try (RawTunnel t = new RawTunnel(slow())) {
            t.upstream.reset();
            away(t);
            t.client.send(fromClient(Opcode.TEXT, false, "begun away, "));
            byte[] rest = fromClient(Opcode.CONTINUATION, true, "ended here");
            t.client.send(java.util.Arrays.copyOf(rest, 4));
            Engines.submit(t.engine, new Command.RetryNow(t.connection().id()));
            try (Raw next = t.upstreamAgain()) {
                assertThat(WireText.read(next).text()).isEqualTo("begun away, ");
                t.client.send(java.util.Arrays.copyOfRange(rest, 4, rest.length));
                assertThat(WireText.read(next).text()).isEqualTo("ended here");
            }
        }
    }

    @Test
    void theOldestMessagesAreDroppedAtTheBoundAndThisIsTold() {
        try (RawTunnel t = new RawTunnel(slow().with(new BufferBounds(3, Duration.ofSeconds(60), 1 << 20)))) {
            t.upstream.reset();
            away(t);
            for (int i = 0; i < 5; i++) {
                t.client.send(fromClient("m" + i));
            }
            await().until(() -> t.connection().survival().dropped() == 2);
            Engines.submit(t.engine, new Command.RetryNow(t.connection().id()));
            try (Raw next = t.upstreamAgain()) {
                assertThat(WireText.read(next).text()).isEqualTo("m2");
                assertThat(Engines.events(t.engine, Event.MessagesDropped.class)).hasSize(2);
                assertThat(t.engine.counters().upkeep().dropped()).isEqualTo(2);
            }
        }
    }

    @Test
    void pingsOfTheClientAreAnsweredWhileNobodyElseCan() {
        try (RawTunnel t = new RawTunnel(slow())) {
            t.upstream.reset();
            away(t);
            t.client.send(fromClient(Opcode.PING, true, "there?"));
            WireText.Got pong = WireText.read(t.client);
            assertThat(pong.opcode()).isEqualTo(Opcode.PONG);
            assertThat(pong.text()).isEqualTo("there?");
        }
    }

    @Test
    void thePlanIsVisible() {
        try (RawTunnel t = new RawTunnel(slow())) {
            t.upstream.reset();
            Connection.Away away = away(t);
            assertThat(away.leg()).isEqualTo(Leg.UPSTREAM);
            assertThat(away.attempt()).isEqualTo(1);
            assertThat(away.maxAttempts()).isEqualTo(10);
            assertThat(Duration.between(away.since(), Objects.requireNonNull(away.next()))).isBetween(
                    Duration.ofSeconds(19), Duration.ofSeconds(27));
            Event.ReconnectPlanned planned = Engines.events(t.engine, Event.ReconnectPlanned.class).getFirst();
            assertThat(planned.delay()).isEqualTo(Duration.ofSeconds(20));
            assertThat(planned.jitter()).isEqualTo(Duration.ofSeconds(6));
        }
    }

    @Test
    void attemptsUsedUpEndTheClientWith1012WhenARestartWasSeen() {
        try (RawTunnel t = new RawTunnel(
                POLICY.with(new Reconnect(Duration.ofMillis(5), Duration.ofMillis(9), 1, 0, 3)))) {
            t.stopListening();
            t.upstream.reset();
            assertThat(WireText.read(t.client).close())
                    .isEqualTo("1012 the upstream did not come back: 3 attempts failed");
            assertThat(Engines.events(t.engine, Event.ReconnectFailed.class)).hasSize(3)
                    .allMatch(e -> e.reason().contains("refused"));
            t.client.close();
            await().until(() -> !t.connection().live());
            assertThat(t.connection().close()).extracting(CloseInfo::by, CloseInfo::code)
                    .containsExactly(CloseInfo.By.ENGINE, 1012);
        }
    }

    @Test
    void attemptsUsedUpEndTheClientWith1011WhenTheServerWasThereButUnwilling() {
        try (RawTunnel t = new RawTunnel(
                POLICY.with(new Reconnect(Duration.ofMillis(5), Duration.ofMillis(9), 1, 0, 2)))) {
            t.upstream.reset();
            for (int i = 0; i < 2; i++) {
                try (Raw again = t.dialled()) {
                    again.head();
                    again.send("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n");
                }
            }
            assertThat(WireText.read(t.client).close()).startsWith("1011 ");
            assertThat(Engines.events(t.engine, Event.ReconnectFailed.class))
                    .allMatch(e -> e.reason().contains("503 Busy"));
        }
    }

    @Test
    void givingUpEndsTheClientAtOnce() {
        try (RawTunnel t = new RawTunnel(slow())) {
            t.upstream.reset();
            away(t);
            assertThat(Engines.submit(t.engine, new Command.GiveUp(t.connection().id())))
                    .isInstanceOf(Reply.Done.class);
            assertThat(WireText.read(t.client).close()).isEqualTo("1011 given up on request");
            assertThat(Engines.submit(t.engine, new Command.GiveUp(t.connection().id())))
                    .isInstanceOf(Reply.Refused.class);
        }
    }

    @Test
    void aChangedScheduleAppliesAtOnce() {
        try (RawTunnel t = new RawTunnel(slow())) {
            t.upstream.reset();
            away(t);
            Engines.submit(t.engine, new Command.ChangeSchedule(t.connection().id(), SOON));
            try (Raw next = t.upstreamAgain()) {
                t.client.send(fromClient("hello"));
                assertThat(WireText.read(next).text()).isEqualTo("hello");
            }
        }
    }

    @Test
    void retryingIsRefusedWhileNothingIsAway() {
        try (RawTunnel t = new RawTunnel(slow())) {
            assertThat(Engines.submit(t.engine, new Command.RetryNow(t.connection().id())))
                    .isInstanceOf(Reply.Refused.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"1000", "1001", "1011", "4000"})
    void aCloseFrameEndsTheConnection(int code) {
        try (RawTunnel t = new RawTunnel(POLICY)) {
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
        try (RawTunnel t = new RawTunnel(POLICY)) {
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
        try (RawTunnel t = new RawTunnel(POLICY)) {
            byte[] frame = fromUpstream("never complete");
            t.upstream.send(fromUpstream("whole")).send(java.util.Arrays.copyOf(frame, 7));
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
        try (RawTunnel t = new RawTunnel(POLICY)) {
            t.upstream.send(fromUpstream(Opcode.TEXT, false, "half of it"));
            assertThat(WireText.read(t.client).text()).isEqualTo("half of it");
            t.upstream.close();
            assertThat(t.client.readToEnd()).isEmpty();
        }
    }

    @Test
    void aClientThatGoesWithoutAWordMeanwhileEndsTheWaiting() {
        try (RawTunnel t = new RawTunnel(slow())) {
            t.upstream.reset();
            away(t);
            t.client.fin();
            assertThat(t.client.readToEnd()).isEmpty();
            await().until(() -> !t.connection().live());
        }
    }

    @Test
    void aClientThatLeavesMeanwhileEndsTheWaiting() {
        try (RawTunnel t = new RawTunnel(slow())) {
            t.upstream.reset();
            away(t);
            t.client.send(EngineFrame.close(Leg.UPSTREAM, 1000, "done").bytes());
            assertThat(WireText.read(t.client).close()).isEqualTo("1000 done");
            t.client.close();
            await().until(() -> !t.connection().live());
            assertThat(t.connection().close()).extracting(CloseInfo::by, CloseInfo::code)
                    .containsExactly(CloseInfo.By.CLIENT, 1000);
            assertThat(t.engine.counters().activeConnections()).isZero();
        }
    }

    @Test
    void aCutOfOneLegIsALossOfThatLeg() {
        try (RawTunnel t = new RawTunnel(POLICY)) {
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
        try (RawTunnel t = new RawTunnel(
                POLICY.with(new Reconnect(Duration.ofMillis(5), Duration.ofMillis(9), 1, 0, 1)))) {
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
