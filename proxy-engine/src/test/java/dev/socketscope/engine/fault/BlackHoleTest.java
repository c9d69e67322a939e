package dev.socketscope.engine.fault;

import static dev.socketscope.engine.fault.Drained.down;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.TransportFault;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Nothing leaves. */
class BlackHoleTest {
    @Test
    void aBlackHoleDeliversNothingAndThenEverything() {
        Armed armed = new Armed();
        FaultRule rule = armed
                .arm(Fault.of(new TransportFault.BlackHole()).on(FaultMatch.ANY.going(Direction.TO_CLIENT)));
        ConnectionFaults faults = armed.onConnection();
        Pacing pacing = faults.pacing(Direction.TO_CLIENT);
        pacing.arrived(5, 0);

        assertThat(faults.pacing(Direction.TO_UPSTREAM).idle()).isTrue();
        assertThat(pacing.ready(Armed.seconds(60))).isZero();
        assertThat(pacing.untilNext(0)).isEqualTo(Waits.NEVER);
        armed.disarm(rule);
        faults.use(armed.rules());
        assertThat(pacing.ready(0)).isEqualTo(5);
    }

    @Test
    void afterAndDurationBoundWhenItActs() {
        Armed armed = Armed
                .with(Fault.of(new TransportFault.BlackHole()).during(Duration.ofSeconds(1), Duration.ofSeconds(2)));
        Pacing pacing = down(armed);
        pacing.arrived(1, 0);

        assertThat(pacing.ready(Armed.seconds(1) - 1)).isEqualTo(1);
        assertThat(pacing.ready(Armed.seconds(1))).isZero();
        assertThat(pacing.ready(Armed.seconds(3) - 1)).isZero();
        assertThat(pacing.ready(Armed.seconds(3))).isEqualTo(1);
    }
}
