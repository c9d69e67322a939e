package dev.socketscope.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.socketscope.engine.api.ServiceLevel.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MeasuredTest {
    private static final long MINUTE = 60_000_000_000L;

    @ParameterizedTest
    @EnumSource
    void whereNothingHappenedThereIsNoFigure(Kind kind) {
        Mark mark = Mark.start(0).next(MINUTE, new Reading(5, 4, 3, 0, 2, 1, latency(9, 1)));

        assertThat(Measured.of(kind, mark, mark)).isEqualTo(new Measured(Double.NaN, 0));
    }

    @ParameterizedTest
    @CsvSource({"99, 1, 99", "0, 3, 0", "3, 0, 100"})
    void connectionSuccessIsTheShareOfUpgrades(long opened, long failed, double percent) {
        Mark mark = mark(new Reading(opened, failed, 0, 0, 0, 0, HistogramSnapshot.EMPTY));

        assertThat(Measured.of(Kind.CONNECTION_SUCCESS, Mark.start(0), mark))
                .isEqualTo(new Measured(percent, opened + failed));
    }

    /** @param missed some of them of pings before the interval */
    @ParameterizedTest
    @CsvSource({"100, 0, 100, 100", "100, 2, 98, 100", "1, 3, 0, 3", "0, 2, 0, 2"})
    void pingPongSuccessIsTheShareOfAnsweredPings(long pings, long missed, double percent, long samples) {
        Mark mark = mark(new Reading(0, 0, 0, 0, pings, missed, HistogramSnapshot.EMPTY));

        assertThat(Measured.of(Kind.PING_PONG, Mark.start(0), mark)).isEqualTo(new Measured(percent, samples));
    }

    @Test
    void messageLatencyIsTheHighestButOnePercentInMilliseconds() {
        Mark mark = mark(new Reading(0, 0, 0, 0, 0, 0, latency(1_000, 990).plus(latency(250_000, 10))));
        Mark later = mark.next(2 * MINUTE,
                new Reading(0, 0, 0, 0, 0, 0, mark.reading().latency().plus(latency(250_000, 1))));

        assertThat(Measured.of(Kind.MESSAGE_LATENCY, Mark.start(0), mark).value()).isCloseTo(1, within(0.016));
        assertThat(Measured.of(Kind.MESSAGE_LATENCY, Mark.start(0), later).value()).isCloseTo(250, within(4.0));
        assertThat(Measured.of(Kind.MESSAGE_LATENCY, Mark.start(0), later).samples()).isEqualTo(1_001);
    }

    @Test
    void reconnectionsStandOnTheMinutesThatConnectionsWereOpen() {
        Mark mark = Mark.start(0)
                .next(0, new Reading(4, 0, 0, 4, 0, 0, HistogramSnapshot.EMPTY))
                .next(MINUTE, new Reading(4, 0, 2, 4, 0, 0, HistogramSnapshot.EMPTY));

        assertThat(Measured.of(Kind.RECONNECTIONS, Mark.start(0), mark)).isEqualTo(new Measured(0.5, 4));
    }

    private static Mark mark(Reading reading) {
        return Mark.start(0).next(MINUTE, reading);
    }

    private static HistogramSnapshot latency(long micros, int times) {
        Histogram histogram = new Histogram();
        for (int i = 0; i < times; i++) {
            histogram.record(micros);
        }
        return histogram.snapshot();
    }
}
