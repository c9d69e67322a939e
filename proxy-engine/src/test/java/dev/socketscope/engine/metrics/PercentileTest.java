package dev.socketscope.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentileTest {
    @ParameterizedTest
    @CsvSource({"0, 10", "20, 10", "20.1, 20", "50, 30", "80, 40", "80.1, 50", "99, 50", "100, 50"})
    void isTheSmallestValueThatSoManyDoNotExceed(double percent, long value) {
        assertThat(Percentile.of(new long[]{10, 20, 30, 40, 50}, percent)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"99, 100, 99", "99, 101, 100", "99.9, 1000, 999", "50, 1, 1", "0, 7, 1"})
    void countsRanksFromOne(double percent, long count, long rank) {
        assertThat(Percentile.rank(percent, count)).isEqualTo(rank);
    }
}
