package dev.socketscope.engine.fault;

import static dev.socketscope.engine.fault.Drained.down;
import static dev.socketscope.engine.fault.Drained.drain;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.TransportFault;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** So many bytes leave a second. */
class BandwidthTest {
    @Test
    void theSmallestBandwidthRulesAndBytesFromBeforeAreNotPaidFor() {
        Armed armed = Armed.with(new TransportFault.Slice(1 << 20, Duration.ZERO));
        ConnectionFaults faults = armed.onConnection();
        Pacing pacing = faults.pacing(Direction.TO_CLIENT);
        pacing.arrived(1 << 20, 0);
        assertThat(drain(pacing, 0)).isEqualTo(1 << 20);
        armed.arm(Fault.of(new TransportFault.Bandwidth(2_000)));
        armed.arm(Fault.of(new TransportFault.Bandwidth(1_000)));
        faults.use(armed.rules());
        pacing.arrived(1 << 20, Armed.seconds(1));

        assertThat(drain(pacing, Armed.seconds(1))).isZero();
        assertThat(pacing.untilNext(Armed.seconds(1))).isEqualTo(Armed.millis(10));
        assertThat(drain(pacing, Armed.seconds(1) + Armed.millis(40))).isEqualTo(40);
    }

    @Test
    void whatIsDiscardedNeitherLeavesNorCosts() {
        Pacing pacing = down(Armed.with(new TransportFault.Bandwidth(1_000)));
        pacing.arrived(1 << 20, 0);
        assertThat(pacing.ready(0)).isZero();
        pacing.discarded();
        pacing.arrived(100, Armed.millis(20));

        assertThat(drain(pacing, Armed.millis(20))).isEqualTo(20);
    }
}
