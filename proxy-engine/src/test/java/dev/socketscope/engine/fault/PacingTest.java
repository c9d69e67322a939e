package dev.socketscope.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.TransportFault.Bandwidth;
import dev.socketscope.engine.api.TransportFault.BlackHole;
import dev.socketscope.engine.api.TransportFault.Distribution;
import dev.socketscope.engine.api.TransportFault.Latency;
import dev.socketscope.engine.api.TransportFault.MaxBytes;
import dev.socketscope.engine.api.TransportFault.Slice;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When bytes leave. */
class PacingTest {
    private static final Latency TEN = new Latency(Duration.ofMillis(10), Duration.ZERO, Distribution.UNIFORM);

    private static Pacing down(Armed armed) {
        return armed.onConnection().pacing(Direction.TO_CLIENT);
    }

    private static long drain(Pacing pacing, long now) {
        long sum = 0;
        for (long ready = pacing.ready(now); ready > 0; ready = pacing.ready(now)) {
            pacing.left(ready, now);
            sum += ready;
        }
        return sum;
    }

    @Test
    void withoutFaultsBytesSimplyPass() {
        Pacing pacing = down(new Armed());
        pacing.arrived(100, 0);

        assertThat(pacing.idle()).isTrue();
        assertThat(pacing.ready(0)).isEqualTo(100);
        assertThat(pacing.untilNext(0)).isZero();
    }

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
        Pacing pacing = down(Armed.with(TEN, new Latency(Duration.ofMillis(25), Duration.ZERO, Distribution.NORMAL)));
        pacing.arrived(1, 0);

        assertThat(pacing.ready(Armed.millis(35) - 1)).isZero();
        assertThat(pacing.ready(Armed.millis(35))).isEqualTo(1);
    }

    @Test
    void jitterNeverChangesOrderNorLosesBytes() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Latency wild = new Latency(Duration.ofMillis(20), Duration.ofMillis(20), Distribution.PARETO);
        Pacing pacing = down(
                Armed.with(Fault.of(wild).likely(1, seed), Fault.of(new Slice(300, Duration.ofMillis(1)))));
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
    void aBlackHoleDeliversNothingAndThenEverything() {
        Armed armed = new Armed();
        FaultRule rule = armed.arm(Fault.of(new BlackHole()).on(FaultMatch.ANY.going(Direction.TO_CLIENT)));
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
    void theSmallestBandwidthRulesAndBytesFromBeforeAreNotPaidFor() {
        Armed armed = Armed.with(new Slice(1 << 20, Duration.ZERO));
        ConnectionFaults faults = armed.onConnection();
        Pacing pacing = faults.pacing(Direction.TO_CLIENT);
        pacing.arrived(1 << 20, 0);
        assertThat(drain(pacing, 0)).isEqualTo(1 << 20);
        armed.arm(Fault.of(new Bandwidth(2_000)));
        armed.arm(Fault.of(new Bandwidth(1_000)));
        faults.use(armed.rules());
        pacing.arrived(1 << 20, Armed.seconds(1));

        assertThat(drain(pacing, Armed.seconds(1))).isZero();
        assertThat(pacing.untilNext(Armed.seconds(1))).isEqualTo(Armed.millis(10));
        assertThat(drain(pacing, Armed.seconds(1) + Armed.millis(40))).isEqualTo(40);
    }

    @Test
    void slicesPauseAndTheSmallestRules() {
        Pacing pacing = down(Armed.with(new Slice(5, Duration.ofMillis(3)), new Slice(7, Duration.ofMillis(9))));
        pacing.arrived(11, 0);

        assertThat(drain(pacing, 0)).isEqualTo(5);
        assertThat(pacing.untilNext(0)).isEqualTo(Armed.millis(9));
        assertThat(drain(pacing, Armed.millis(9) - 1)).isZero();
        assertThat(drain(pacing, Armed.millis(9))).isEqualTo(5);
        assertThat(drain(pacing, Armed.millis(18))).isEqualTo(1);
    }

    @Test
    void maxBytesLetsExactlySoManyPassAndThenEndsBothLegs() {
        Armed armed = new Armed();
        armed.arm(Fault.of(new MaxBytes(10)).times(1));
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
        assertThat(armed.details()).containsExactly("latency to-client", "connection ended after 10 bytes to-client");
        assertThat(armed.firings.getLast().last()).isTrue();
    }

    @Test
    void maxBytesCountsFromWhenItTakesHold() {
        Armed armed = new Armed();
        armed.arm(Fault.of(TEN));
        ConnectionFaults faults = armed.onConnection();
        Pacing pacing = faults.pacing(Direction.TO_CLIENT);
        pacing.arrived(100, 0);
        armed.arm(Fault.of(new MaxBytes(10)));
        faults.use(armed.rules());
        pacing.arrived(20, 0);

        assertThat(drain(pacing, Armed.millis(10))).isEqualTo(110);
    }

    @Test
    void bothDirectionsOfAConnectionShareOneChoice() {
        Armed armed = Armed.with(Fault.of(new BlackHole()).times(1));
        ConnectionFaults first = armed.on(Armed.connection(0));
        ConnectionFaults second = armed.on(Armed.connection(1));

        assertThat(holes(first)).isEqualTo(List.of(true, true));
        assertThat(holes(second)).isEqualTo(List.of(false, false));
        assertThat(armed.rules().spent(0)).as("what holds a connection stays armed").isEmpty();
        assertThat(armed.rules().status().getFirst().fired()).isEqualTo(2);
    }

    @Test
    void everySecondConnectionIsEverySecondConnection() {
        Armed armed = Armed.with(Fault.of(new BlackHole()).on(FaultMatch.ANY.every(2, 0)));

        assertThat(IntStream.range(0, 6).mapToObj(i -> holes(armed.on(Armed.connection(i)))))
                .isEqualTo(IntStream.range(0, 6).mapToObj(i -> List.of(i % 2 == 1, i % 2 == 1)).toList());
    }

    private static List<Boolean> holes(ConnectionFaults faults) {
        return Arrays.stream(Direction.values()).map(direction -> {
            faults.pacing(direction).arrived(1, 0);
            return faults.pacing(direction).ready(0) == 0;
        }).toList();
    }

    @Test
    void afterAndDurationBoundWhenItActs() {
        Armed armed = Armed
                .with(Fault.of(new BlackHole()).during(Duration.ofSeconds(1), Duration.ofSeconds(2)));
        Pacing pacing = down(armed);
        pacing.arrived(1, 0);

        assertThat(pacing.ready(Armed.seconds(1) - 1)).isEqualTo(1);
        assertThat(pacing.ready(Armed.seconds(1))).isZero();
        assertThat(pacing.ready(Armed.seconds(3) - 1)).isZero();
        assertThat(pacing.ready(Armed.seconds(3))).isEqualTo(1);
    }

    @Test
    void whatIsDiscardedNeitherLeavesNorCosts() {
        Pacing pacing = down(Armed.with(new Bandwidth(1_000)));
        pacing.arrived(1 << 20, 0);
        assertThat(pacing.ready(0)).isZero();
        pacing.discarded();
        pacing.arrived(100, Armed.millis(20));

        assertThat(drain(pacing, Armed.millis(20))).isEqualTo(20);
    }

    @Test
    void theSameSeedDelaysAlikeOnTheSameConnection() {
        Latency jittery = new Latency(Duration.ofMillis(20), Duration.ofMillis(20), Distribution.UNIFORM);
        assertThat(waits(jittery, 5, 1)).isEqualTo(waits(jittery, 5, 1))
                .isNotEqualTo(waits(jittery, 5, 2))
                .isNotEqualTo(waits(jittery, 6, 1));
    }

    private static List<Long> waits(Latency latency, long seed, int connection) {
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
