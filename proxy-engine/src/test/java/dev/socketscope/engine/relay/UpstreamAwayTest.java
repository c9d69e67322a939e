package dev.socketscope.engine.relay;

import static dev.socketscope.engine.relay.WireText.fromClient;
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
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What a client does while its upstream is away. */
class UpstreamAwayTest {
    @Test
    void whatTheClientSendsMeanwhileArrivesOnceAndInOrder() {
        try (RawTunnel t = new RawTunnel(UpstreamLosses.SLOW)) {
            UpstreamLosses.lose(t);
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
        try (RawTunnel t = new RawTunnel(UpstreamLosses.SLOW)) {
            UpstreamLosses.lose(t);
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
        try (RawTunnel t = new RawTunnel(UpstreamLosses.SLOW)) {
            UpstreamLosses.lose(t);
            t.client.send(fromClient(Opcode.TEXT, false, "begun away, "));
            byte[] rest = fromClient(Opcode.CONTINUATION, true, "ended here");
            t.client.send(Arrays.copyOf(rest, 4));
            Engines.submit(t.engine, new Command.RetryNow(t.connection().id()));
            try (Raw next = t.upstreamAgain()) {
                assertThat(WireText.read(next).text()).isEqualTo("begun away, ");
                t.client.send(Arrays.copyOfRange(rest, 4, rest.length));
                assertThat(WireText.read(next).text()).isEqualTo("ended here");
            }
        }
    }

    @Test
    void theOldestMessagesAreDroppedAtTheBoundAndThisIsTold() {
        try (RawTunnel t = new RawTunnel(
                UpstreamLosses.SLOW.with(new BufferBounds(3, Duration.ofSeconds(60), 1 << 20)))) {
            UpstreamLosses.lose(t);
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
        try (RawTunnel t = new RawTunnel(UpstreamLosses.SLOW)) {
            UpstreamLosses.lose(t);
            t.client.send(fromClient(Opcode.PING, true, "there?"));
            WireText.Got pong = WireText.read(t.client);
            assertThat(pong.opcode()).isEqualTo(Opcode.PONG);
            assertThat(pong.text()).isEqualTo("there?");
        }
    }

    @Test
    void aClientThatGoesWithoutAWordMeanwhileEndsTheWaiting() {
        try (RawTunnel t = new RawTunnel(UpstreamLosses.SLOW)) {
            UpstreamLosses.lose(t);
            t.client.fin();
            assertThat(t.client.readToEnd()).isEmpty();
            await().until(() -> !t.connection().live());
        }
    }

    @Test
    void aClientThatLeavesMeanwhileEndsTheWaiting() {
        try (RawTunnel t = new RawTunnel(UpstreamLosses.SLOW)) {
            UpstreamLosses.lose(t);
            t.client.send(EngineFrame.close(Leg.UPSTREAM, 1000, "done").bytes());
            assertThat(WireText.read(t.client).close()).isEqualTo("1000 done");
            t.client.close();
            await().until(() -> !t.connection().live());
            assertThat(t.connection().close()).extracting(CloseInfo::by, CloseInfo::code)
                    .containsExactly(CloseInfo.By.CLIENT, 1000);
            assertThat(t.engine.counters().activeConnections()).isZero();
        }
    }
}
