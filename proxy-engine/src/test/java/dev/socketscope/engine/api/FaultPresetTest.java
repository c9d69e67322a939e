package dev.socketscope.engine.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

class FaultPresetTest {
    static final List<FaultMatch> NO_SCOPES = List.of(FaultMatch.ANY.going(Direction.TO_CLIENT),
            FaultMatch.ANY.of(Opcode.TEXT), FaultMatch.ANY.saying("x"), FaultMatch.ANY.every(2, 0),
            FaultMatch.ANY.every(1, 1));

    private static <T extends FaultSpec> Stream<T> specs(FaultPreset preset, Class<T> kind) {
        return preset.faults().stream().map(Fault::spec).filter(kind::isInstance).map(kind::cast);
    }

    @ParameterizedTest
    @EnumSource
    void aPresetIsDisarmedByItsName(FaultPreset preset) {
        assertThat(preset.faults()).isNotEmpty().extracting(Fault::label).containsOnly(preset.wireName());
    }

    @ParameterizedTest
    @EnumSource
    void aScopeNarrowsConnectionsAndLeavesTheFaultsWhatTheyAre(FaultPreset preset) {
        FaultMatch scope = FaultMatch.ANY.onConnection("ws_1").onPath("/_hmr");

        List<Fault> narrowed = preset.faults(scope);

        assertThat(narrowed).allSatisfy(fault -> {
            assertThat(fault.match().connection()).isEqualTo("ws_1");
            assertThat(fault.match().path()).isEqualTo("/_hmr");
        });
        assertThat(narrowed).usingRecursiveComparison()
                .ignoringFields("match.connection", "match.path")
                .isEqualTo(preset.faults());
    }

    @ParameterizedTest
    @FieldSource("NO_SCOPES")
    void aHopDoesNotLookAtMessages(FaultMatch match) {
        assertThatThrownBy(() -> FaultPreset.TRAIN.faults(match)).isInstanceOf(InvalidFaultException.class)
                .hasMessageMatching("match\\.\\w+: got .+, expected no such key for train");
    }

    @ParameterizedTest
    @EnumSource(names = {"HOME_WIFI", "TRAIN", "MOBILE_3G", "SATELLITE"})
    void uploadsAreSlowerThanDownloads(FaultPreset preset) {
        assertThat(rate(preset, Direction.TO_UPSTREAM)).isLessThan(rate(preset, Direction.TO_CLIENT));
    }

    private static long rate(FaultPreset preset, Direction direction) {
        return preset.faults()
                .stream()
                .filter(fault -> fault.match().direction() == direction)
                .map(fault -> ((TransportFault.Bandwidth) fault.spec()).bytesPerSecond())
                .reduce((a, b) -> {
                    throw new AssertionError("two bandwidths for one direction");
                })
                .orElseThrow();
    }

    @Test
    void aSatelliteIsNotFasterThanLight() {
        Duration light = Duration.ofNanos((long) (2 * 35_786 / 299_792.458 * 1e9));

        assertThat(specs(FaultPreset.SATELLITE, TransportFault.Latency.class)).singleElement()
                .satisfies(latency -> assertThat(latency.delay().minus(latency.jitter().multipliedBy(3)))
                        .isGreaterThanOrEqualTo(light));
    }

    @ParameterizedTest
    @EnumSource(names = {"CORPORATE_PROXY", "CLOUDFLARE_EDGE"})
    void theEnginesPingsKeepAConnectionThroughAProxyThatCutsIdleOnes(FaultPreset preset) {
        assertThat(specs(preset, EndingFault.IdleCut.class)).singleElement()
                .satisfies(cut -> assertThat(cut.idle()).isGreaterThan(KeepAlive.DEFAULT.pingInterval()));
    }

    @Test
    void aSleepingLaptopIsResetBeforeWhatWaitedCouldBeDelivered() {
        Fault hole = FaultPreset.LAPTOP_SLEEP.faults().getFirst();
        Fault reset = FaultPreset.LAPTOP_SLEEP.faults().getLast();

        assertThat(reset.spec()).isInstanceOfSatisfying(EndingFault.Disconnect.class,
                end -> assertThat(end.mode()).isEqualTo(Command.Mode.RST));
        assertThat(hole.spec()).isInstanceOf(TransportFault.BlackHole.class);
        assertThat(hole.after()).isZero();
        assertThat(hole.duration()).isGreaterThan(reset.after());
        assertThat(reset.duration()).as("or new connections would never live").isNotNull();
    }
}
