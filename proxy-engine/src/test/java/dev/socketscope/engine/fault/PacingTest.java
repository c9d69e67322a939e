package dev.socketscope.engine.fault;

import static dev.socketscope.engine.fault.Drained.down;
import static dev.socketscope.engine.fault.Drained.drain;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.TransportFault;
import dev.socketscope.engine.api.TransportFault.Distribution;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When bytes leave under several faults, and on which connections. */
class PacingTest {
    @Test
    void withoutFaultsBytesSimplyPass() {
        Pacing pacing = down(new Armed());
        pacing.arrived(100, 0);

        assertThat(pacing.idle()).isTrue();
        assertThat(pacing.ready(0)).isEqualTo(100);
        assertThat(pacing.untilNext(0)).isZero();
    }

    @Test
    void jitterNeverChangesOrderNorLosesBytes() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        TransportFault.Latency wild = new TransportFault.Latency(Duration.ofMillis(20), Duration.ofMillis(20),
                Distribution.PARETO);
        Pacing pacing = down(
                Armed.with(Fault.of(wild).likely(1, seed),
                        Fault.of(new TransportFault.Slice(300, Duration.ofMillis(1)))));
        long arrived = 0;
        long left = 0;
        long now = 0;
        for (int i = 0; i < 2_000; i++) {
            int bytes = 1 + random.nextInt(1_000);
            pacing.arrived(bytes, now);
            arrived += bytes;
            now += random.nextInt(2_000_000);
            left += drain(pacing, now);
            assertThat(left).as("seed %d", seed).isLessThanOrEqualTo(arrived);
        }
        for (long wait = pacing.untilNext(now); wait != Waits.NEVER; wait = pacing.untilNext(now)) {
            now += Math.max(1, wait);
            left += drain(pacing, now);
        }
        assertThat(left).as("seed %d", seed).isEqualTo(arrived);
    }

    @Test
    void bothDirectionsOfAConnectionShareOneChoice() {
        Armed armed = Armed.with(Fault.of(new TransportFault.BlackHole()).times(1));
        ConnectionFaults first = armed.on(Armed.connection(0));
        ConnectionFaults second = armed.on(Armed.connection(1));

        assertThat(holes(first)).isEqualTo(List.of(true, true));
        assertThat(holes(second)).isEqualTo(List.of(false, false));
        assertThat(armed.rules().spent(0)).as("what holds a connection stays armed").isEmpty();
        assertThat(armed.rules().status().getFirst().fired()).isEqualTo(2);
    }

    @Test
    void everySecondConnectionIsEverySecondConnection() {
        Armed armed = Armed.with(Fault.of(new TransportFault.BlackHole()).on(FaultMatch.ANY.every(2, 0)));

        assertThat(IntStream.range(0, 6).mapToObj(i -> holes(armed.on(Armed.connection(i)))))
                .isEqualTo(IntStream.range(0, 6).mapToObj(i -> List.of(i % 2 == 1, i % 2 == 1)).toList());
    }

    private static List<Boolean> holes(ConnectionFaults faults) {
        return Arrays.stream(Direction.values()).map(direction -> {
            faults.pacing(direction).arrived(1, 0);
            return faults.pacing(direction).ready(0) == 0;
        }).toList();
    }
}
