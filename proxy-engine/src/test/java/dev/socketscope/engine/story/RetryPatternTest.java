package dev.socketscope.engine.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetryPatternTest {
    /** A client of each kind, many times, with the delays until its attempts arrive. */
    @ParameterizedTest
    @EnumSource(RetryPattern.class)
    void patternsAreRecognised(RetryPattern pattern) {
        long seed = 4711;
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            int tries = 5 + random.nextInt(5);
            List<Double> gaps = new ArrayList<>();
            double first = 1 + 4 * random.nextDouble();
            for (int n = 0; n < tries; n++) {
                double arriving = 0.002 + 0.03 * random.nextDouble();
                gaps.add(arriving + switch (pattern) {
                    case WEBPACK -> Math.pow(2, n) + 0.1 * random.nextDouble();
                    case CONSTANT -> 1;
                    case PHOENIX -> new double[]{.01, .05, .1, .15, .2, .25, .5, 1, 2, 5}[n];
                    case RECONNECTING_WEBSOCKET -> Math.min(10, first * Math.pow(1.3, n));
                    case EXPONENTIAL -> Math.min(30, Math.pow(2, n)) * (1 + 0.3 * random.nextDouble());
                });
            }
            assertThat(RetryPattern.of(gaps)).as("seed %d round %d %s", seed, round, gaps).isEqualTo(pattern);
        }
    }

    @Test
    void whatFollowsNoRetryPatternHasNoneAndTwoGapsAreTooFew() {
        assertThat(RetryPattern.of(List.of(1.0, 7.0, 2.0, 0.3))).isNull();
        assertThat(RetryPattern.of(List.of(1.0, 2.0))).isNull();
    }
}
