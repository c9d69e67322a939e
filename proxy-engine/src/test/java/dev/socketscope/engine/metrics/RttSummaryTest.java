package dev.socketscope.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.RttPage.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class RttSummaryTest {
    @Test
    void pingsWithoutAPongAreCountedAndDoNotBendTheFigures() {
        List<Sample> samples = List.of(new Sample(1, 900), new Sample(2, Sample.NO_PONG), new Sample(3, 100),
                new Sample(4, 500));

        assertThat(RttSummary.of(samples)).isEqualTo(new RttSummary(3, 1, 100, 500, 900, 900, 900));
    }

    @Test
    void whereNoPingWasAnsweredThereIsNoFigure() {
        assertThat(RttSummary.of(List.of(new Sample(1, Sample.NO_PONG))))
                .isEqualTo(new RttSummary(0, 1, Sample.NO_PONG, -1, -1, -1, -1));
    }

    @Test
    void zeroIsARoundTripOnTheSameMachine() {
        assertThat(RttSummary.of(List.of(new Sample(1, 0)))).isEqualTo(new RttSummary(1, 0, 0, 0, 0, 0, 0));
    }
}
