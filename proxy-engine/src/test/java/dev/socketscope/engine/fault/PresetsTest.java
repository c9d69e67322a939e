package dev.socketscope.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultPreset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** What connections go through whose hop is a preset. */
class PresetsTest {
    private static final int READ = 1_460;

    private static ConnectionFaults behind(FaultPreset preset) {
        return Armed.with(preset.faults().toArray(Fault[]::new)).onConnection();
    }

    @Test
    void aLaptopThatWakesUpIsResetAndNeverGetsWhatWaited() {
        ConnectionFaults faults = behind(FaultPreset.LAPTOP_SLEEP);
        Pacing pacing = faults.pacing(Direction.TO_CLIENT);
        pacing.arrived(100, Armed.seconds(1));

        assertThat(faults.endings().due(Lived.busyUntil(Armed.seconds(59)), Armed.seconds(59))).isNull();
        assertThat(faults.endings().due(Lived.busyUntil(Armed.seconds(60)), Armed.seconds(60)))
                .returns(Mode.RST, Ending::mode)
                .returns(Legs.BOTH, Ending::legs);
        assertThat(pacing.ready(Armed.seconds(60))).isZero();
    }

    @Test
    void whoComesAfterTheLaptopHasWokenUpLives() {
        ConnectionFaults faults = behind(FaultPreset.LAPTOP_SLEEP);
        Pacing pacing = faults.pacing(Direction.TO_CLIENT);
        pacing.arrived(100, Armed.seconds(62));

        assertThat(faults.endings().due(Lived.openedAt(Armed.seconds(61)), Armed.seconds(62))).isNull();
        assertThat(pacing.ready(Armed.seconds(62))).isEqualTo(100);
    }

    @Test
    void aTrainComesOutOfItsTunnelWithAllThatWaited() {
        Pacing pacing = behind(FaultPreset.TRAIN).pacing(Direction.TO_UPSTREAM);
        pacing.arrived(100, Armed.seconds(31));

        assertThat(pacing.ready(Armed.seconds(49))).isZero();
        assertThat(bytes(pacing, Armed.seconds(50), Armed.millis(50))).isEqualTo(100);
    }

    @Test
    void anEnvoyRouteEndsABusyConnectionAtFifteenSeconds() {
        Endings endings = behind(FaultPreset.ENVOY_ROUTE_TIMEOUT).endings();

        assertThat(endings.due(Lived.busyUntil(Armed.seconds(15) - 1), Armed.seconds(15) - 1)).isNull();
        assertThat(endings.due(Lived.busyUntil(Armed.seconds(15)), Armed.seconds(15))).isNotNull();
    }

    @Test
    void aMobileConnectionCarriesItsRateEachWay() {
        ConnectionFaults faults = behind(FaultPreset.MOBILE_3G);

        assertThat(bytesInTenSeconds(faults.pacing(Direction.TO_CLIENT))).isCloseTo(2_000_000,
                Percentage.withPercentage(5));
        assertThat(bytesInTenSeconds(faults.pacing(Direction.TO_UPSTREAM))).isCloseTo(960_000,
                Percentage.withPercentage(5));
    }

    /** Offers more than enough, from the first delay on. */
    private static long bytesInTenSeconds(Pacing pacing) {
        for (int i = 0; i < 3_000; i++) {
            pacing.arrived(READ, 0);
        }
        return bytes(pacing, Armed.seconds(1), Armed.seconds(10));
    }

    private static long bytes(Pacing pacing, long from, long time) {
        long sum = 0;
        for (long now = from; now < from + time; now += Armed.millis(10)) {
            long ready = pacing.ready(now);
            pacing.left(ready, now);
            sum += ready;
        }
        return sum;
    }
}
