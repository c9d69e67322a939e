package dev.socketscope.engine.relay;

import static dev.socketscope.engine.relay.Holding.DOWN;
import static dev.socketscope.engine.relay.WireText.fromUpstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.BufferBounds;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.TunnelPolicy;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Messages longer than the buffer are neither held nor changed, and nothing of them is lost. */
class LongMessagesTest {
    private static final int MOST = 4_000;

    private final RawTunnel t = new RawTunnel(
            TunnelPolicy.PASSIVE.with(new BufferBounds(100, Duration.ofMinutes(1), MOST)));

    @AfterEach
    void stop() {
        t.close();
    }

    private void sendLongOnes() {
        t.upstream.send(fromUpstream(Opcode.TEXT, false, "a".repeat(3_000)));
        t.upstream.send(fromUpstream(Opcode.CONTINUATION, false, "b".repeat(3_000)));
        t.upstream.send(fromUpstream(Opcode.CONTINUATION, true, "c"));
        t.upstream.send(fromUpstream(Opcode.TEXT, false, "d"));
        t.upstream.send(fromUpstream(Opcode.CONTINUATION, true, "e".repeat(100_000)));
        t.upstream.send(fromUpstream("f".repeat(5_000)));
        t.upstream.send(fromUpstream("short"));
    }

    private void arrives(boolean fin, String beginning, int length) {
        assertThat(WireText.read(t.client)).satisfies(frame -> {
            assertThat(frame.fin()).isEqualTo(fin);
            assertThat(frame.text()).startsWith(beginning).hasSize(length);
        });
    }

    private void longOnesArrive() {
        arrives(false, "a", 3_000);
        arrives(false, "b", 3_000);
        arrives(true, "c", 1);
        arrives(false, "d", 1);
        arrives(true, "e", 100_000);
        arrives(true, "f", 5_000);
    }

    @Test
    void passBehindWhatWasHeld() {
        Holding.set(t.engine, DOWN);
        t.upstream.send(fromUpstream("held before"));
        Holding.held(t.engine, 1);
        sendLongOnes();
        arrives(true, "held before", 11);
        longOnesArrive();
        Holding.release(t.engine, Holding.held(t.engine, 1).getFirst(), Holding.edited("edited"));
        arrives(true, "edited", 6);
    }

    @Test
    void passUntouchedByFaults() {
        Engines.submit(t.engine, new Command.ArmFault(Fault.of(new MessageFault.Drop()).on(DOWN)));
        await().until(() -> t.connection().faults().size() == 1);
        sendLongOnes();
        longOnesArrive();
        t.upstream.send(WireText.from(Leg.UPSTREAM, Opcode.PING, new byte[0]));
        assertThat(WireText.read(t.client).opcode()).as("the short one is dropped").isEqualTo(Opcode.PING);
    }
}
