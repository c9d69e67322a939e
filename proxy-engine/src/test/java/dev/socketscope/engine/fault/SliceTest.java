package dev.socketscope.engine.fault;

import static dev.socketscope.engine.fault.Drained.down;
import static dev.socketscope.engine.fault.Drained.drain;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.TransportFault;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Bytes leave in pieces. */
class SliceTest {
    @Test
    void slicesPauseAndTheSmallestRules() {
        Pacing pacing = down(Armed.with(new TransportFault.Slice(5, Duration.ofMillis(3)),
                new TransportFault.Slice(7, Duration.ofMillis(9))));
        pacing.arrived(11, 0);

        assertThat(drain(pacing, 0)).isEqualTo(5);
        assertThat(pacing.untilNext(0)).isEqualTo(Armed.millis(9));
        assertThat(drain(pacing, Armed.millis(9) - 1)).isZero();
        assertThat(drain(pacing, Armed.millis(9))).isEqualTo(5);
        assertThat(drain(pacing, Armed.millis(18))).isEqualTo(1);
    }
}
