package dev.socketscope.engine.fault;

import static dev.socketscope.engine.fault.Drained.down;
import static dev.socketscope.engine.fault.Drained.drain;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.TransportFault;
import dev.socketscope.engine.api.TransportFault.Distribution;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Connections end after so many bytes. */
class MaxBytesTest {
    private static final TransportFault.Latency TEN = new TransportFault.Latency(Duration.ofMillis(10), Duration.ZERO,
            Distribution.UNIFORM);

    @Test
    void maxBytesLetsExactlySoManyPassAndThenEndsBothLegs() {
        Armed armed = new Armed();
        armed.arm(Fault.of(new TransportFault.MaxBytes(10)).times(1));
        armed.arm(Fault.of(TEN));
        Pacing pacing = down(armed);
        pacing.arrived(7, 0);
        pacing.arrived(7, 0);

        assertThat(pacing.ending(0)).isNull();
        assertThat(armed.rules().spent(0)).isEmpty();
        assertThat(drain(pacing, Armed.millis(10))).isEqualTo(10);
        assertThat(pacing.untilNext(Armed.millis(10))).isEqualTo(Waits.NEVER);
        assertThat(pacing.ending(0))
                .isEqualTo(new Ending(Legs.BOTH, Mode.FIN, 1001, "after 10 bytes to-client", "flt_1"));
        assertThat(pacing.ending(0)).isNull();
        assertThat(armed.details()).containsExactly("latency to-client", "connection ended: after 10 bytes to-client");
        assertThat(armed.firings.getLast().last()).isTrue();
    }

    @Test
    void maxBytesCountsFromWhenItTakesHold() {
        Armed armed = new Armed();
        armed.arm(Fault.of(TEN));
        ConnectionFaults faults = armed.onConnection();
        Pacing pacing = faults.pacing(Direction.TO_CLIENT);
        pacing.arrived(100, 0);
        armed.arm(Fault.of(new TransportFault.MaxBytes(10)));
        faults.use(armed.rules());
        pacing.arrived(20, 0);

        assertThat(drain(pacing, Armed.millis(10))).isEqualTo(110);
    }
}
