package dev.socketscope.engine.relay;

import static dev.socketscope.engine.relay.WireText.fromClient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.ControlFault;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.KeepAlive;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.TunnelPolicy;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Faults of pings and pongs on real sockets. */
class PingPongFaultsTest extends UnderFaults {
    @Test
    void swallowedPongsMakeTheEngineNoticeADeadPeerWithinItsOwnBound() {
        KeepAlive keepAlive = new KeepAlive(Duration.ofMillis(100), Duration.ofMillis(100), 2, KeepAlive.Legs.CLIENT);
        try (RawTunnel pinged = new RawTunnel(TunnelPolicy.PASSIVE.with(keepAlive))) {
            long start = System.nanoTime();
            String id = arm(pinged, Fault.of(new ControlFault.SwallowPong()));
            Thread.ofVirtual().start(() -> answerPings(pinged.client));
            CloseInfo close = awaitClose(pinged);
            assertThat(close).extracting(CloseInfo::by, CloseInfo::manner, CloseInfo::fault)
                    .containsExactly(CloseInfo.By.CLIENT, CloseInfo.Manner.SILENCE, id);
            Duration bound = keepAlive.pingInterval().plus(keepAlive.pongTimeout().multipliedBy(2));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(bound.minusMillis(100),
                    bound.plusSeconds(2));
        }
    }

    private static void answerPings(Raw client) {
        try {
            while (true) {
                client.send(WireText.from(Leg.CLIENT, Opcode.PONG, WireText.read(client).payload()));
            }
        } catch (UncheckedIOException e) {
            assertThat(e).as("the client is reset as soon as it counts as dead").hasMessageContaining("reset");
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
}
