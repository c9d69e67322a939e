package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketscope.engine.api.Handshake.Station;
import dev.socketscope.engine.api.Handshake.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HandshakeStepsTest {
    private static long[] ends(Map<Station, Long> micros) {
        long[] ends = new long[Station.values().length];
        Arrays.fill(ends, HandshakeClock.NONE);
        micros.forEach((station, end) -> ends[station.ordinal()] = end * 1_000);
        return ends;
    }

    @Test
    void everyStepBeginsWhereTheOneBeforeItEnded() {
        List<Step> steps = new HandshakeSteps(
                ends(Map.of(Station.ACCEPT, 5L, Station.READ_REQUEST, 12L, Station.CONNECT, 40L)), true);

        assertThat(steps).containsExactly(new Step(Station.ACCEPT, 0, 5), new Step(Station.READ_REQUEST, 5, 7),
                new Step(Station.CONNECT, 12, 28));
    }

    @Test
    void aConnectionThatServedBeforeHasNoAcceptance() {
        List<Step> steps = new HandshakeSteps(ends(Map.of(Station.ACCEPT, 0L, Station.READ_REQUEST, 7L)), false);

        assertThat(steps).containsExactly(new Step(Station.READ_REQUEST, 0, 7));
    }

    @Test
    void noStepIsShorterThanNothing() {
        List<Step> steps = new HandshakeSteps(
                ends(Map.of(Station.ACCEPT, 9L, Station.READ_REQUEST, 4L, Station.ROUTE, 11L)), true);

        assertThat(steps).containsExactly(new Step(Station.ACCEPT, 0, 9), new Step(Station.READ_REQUEST, 9, 0),
                new Step(Station.ROUTE, 9, 2));
    }

    @Test
    void beforeTheFirstStationThereAreNone() {
        List<Step> steps = new HandshakeSteps(ends(Map.of()), true);

        assertThat(steps).isEmpty();
        assertThatThrownBy(steps::getFirst).isInstanceOf(RuntimeException.class);
    }
}
