package dev.socketscope.engine.fault;

import static dev.socketscope.engine.fault.Drained.down;
import static dev.socketscope.engine.fault.Drained.drain;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.TransportFault;
import dev.socketscope.engine.api.TransportFault.Distribution;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reads are kept back. */
class LatencyTest {
    private static final TransportFault.Latency TEN = new TransportFault.Latency(Duration.ofMillis(10), Duration.ZERO,
            Distribution.UNIFORM);

    @Test
    void latencyCountsFromTheReadAndOrderIsKept() {
        Pacing pacing = down(Armed.with(TEN));
        pacing.arrived(5, 0);
        pacing.arrived(7, Armed.millis(4));

        assertThat(pacing.ready(Armed.millis(10) - 1)).isZero();
        assertThat(pacing.untilNext(Armed.millis(3))).isEqualTo(Armed.millis(7));
        assertThat(drain(pacing, Armed.millis(10))).isEqualTo(5);
        assertThat(drain(pacing, Armed.millis(14))).isEqualTo(7);
        assertThat(pacing.untilNext(Armed.millis(14))).isEqualTo(Waits.NEVER);
    }

    @Test
    void latenciesAddUp() {
        Pacing pacing = down(
                Armed.with(TEN, new TransportFault.Latency(Duration.ofMillis(25), Duration.ZERO, Distribution.NORMAL)));
        pacing.arrived(1, 0);

        assertThat(pacing.ready(Armed.millis(35) - 1)).isZero();
        assertThat(pacing.ready(Armed.millis(35))).isEqualTo(1);
    }

    @Test
    void disarmingLatencyLetsGoWhatWasOnlyDelayed() {
        Armed armed = new Armed();
        FaultRule rule = armed.arm(Fault.of(TEN));
        ConnectionFaults faults = armed.onConnection();
        Pacing pacing = faults.pacing(Direction.TO_CLIENT);
        pacing.arrived(5, 0);
        armed.disarm(rule);
        faults.use(armed.rules());

        assertThat(pacing.ready(0)).isEqualTo(5);
        assertThat(pacing.idle()).isTrue();
    }

    @Test
    void theSameSeedDelaysAlikeOnTheSameConnection() {
        TransportFault.Latency jittery = new TransportFault.Latency(Duration.ofMillis(20), Duration.ofMillis(20),
                Distribution.UNIFORM);
        assertThat(waits(jittery, 5, 1)).isEqualTo(waits(jittery, 5, 1))
                .isNotEqualTo(waits(jittery, 5, 2))
                .isNotEqualTo(waits(jittery, 6, 1));
    }

    private static List<Long> waits(TransportFault.Latency latency, long seed, int connection) {
        Pacing pacing = Armed.with(Fault.of(latency).likely(1, seed))
                .on(Armed.connection(connection))
                .pacing(Direction.TO_CLIENT);
        return IntStream.range(0, 20).mapToObj(i -> {
            long now = Armed.seconds(i);
            pacing.arrived(1, now);
            long wait = pacing.untilNext(now);
            drain(pacing, now + Armed.millis(100));
            return wait;
        }).toList();
    }
}
