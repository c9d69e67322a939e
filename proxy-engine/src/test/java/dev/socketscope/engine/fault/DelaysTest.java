package dev.socketscope.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.socketscope.engine.api.TransportFault.Distribution;
import dev.socketscope.engine.api.TransportFault.Latency;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DelaysTest {
    private static final int SAMPLES = 100_000;
    private final long seed = new Random().nextLong();

    /** Milliseconds, sorted. */
    private double[] samples(Distribution distribution, int delay, int jitter) {
        Latency latency = new Latency(Duration.ofMillis(delay), Duration.ofMillis(jitter), distribution);
        SplittableRandom random = new SplittableRandom(seed);
        double[] samples = IntStream.range(0, SAMPLES).mapToDouble(_ -> Delays.sample(latency, random) / 1e6).toArray();
        Arrays.sort(samples);
        return samples;
    }

    private static double deviation(double[] samples) {
        double mean = Arrays.stream(samples).average().orElseThrow();
        return Math.sqrt(Arrays.stream(samples).map(s -> (s - mean) * (s - mean)).average().orElseThrow());
    }

    @ParameterizedTest
    @EnumSource(Distribution.class)
    void theMeanIsTheDelay(Distribution distribution) {
        assertThat(Arrays.stream(samples(distribution, 100, 30)).average().orElseThrow()).as("seed %d", seed)
                .isCloseTo(100, within(1.0));
    }

    @ParameterizedTest
    @EnumSource(Distribution.class)
    void withoutJitterAllAreAlike(Distribution distribution) {
        assertThat(samples(distribution, 100, 0)).containsOnly(100);
    }

    /** Quantiles as the formulas have them: those of the normal distribution, and (1 − p)^(−1/3) of the Pareto distribution. */
    @ParameterizedTest
    @CsvSource({"UNIFORM,0.01,70.6", "UNIFORM,0.5,100", "UNIFORM,0.99,129.4", "NORMAL,0.01,30.2", "NORMAL,0.5,100",
            "NORMAL,0.99,169.8", "PARETO,0.01,82.8", "PARETO,0.5,91.7", "PARETO,0.99,208.8"})
    void quantilesAreThoseOfTheFormulas(Distribution distribution, double p, double expected) {
        double[] sorted = samples(distribution, 100, 30);

        assertThat(sorted[(int) (p * SAMPLES)]).as("seed %d", seed).isCloseTo(expected, within(expected * 0.04));
    }

    @Test
    void uniformStaysInItsRangeAndNothingIsNegative() {
        double[] uniform = samples(Distribution.UNIFORM, 100, 100);
        assertThat(uniform[0]).isBetween(0.0, 0.1);
        assertThat(uniform[SAMPLES - 1]).isBetween(199.9, 200.0);
        assertThat(samples(Distribution.NORMAL, 100, 100)[0]).isZero();
        assertThat(samples(Distribution.PARETO, 100, 100)[0]).isGreaterThan(42);
    }

    @Test
    void normalHasTheJitterAsItsDeviation() {
        assertThat(deviation(samples(Distribution.NORMAL, 100, 30))).as("seed %d", seed).isCloseTo(30, within(0.5));
    }

    @Test
    void bytesLeaveAtTheirMomentAndNoSoonerThanThoseBeforeThem() {
        Delays delays = new Delays();
        delays.add(0, 0, 100);
        delays.add(10, 5, 20);
        delays.add(20, 90, 50);

        assertThat(delays.heldFrom(99)).isZero();
        assertThat(delays.untilRelease(0, 40)).isEqualTo(60);
        assertThat(delays.heldFrom(100)).isEqualTo(20);
        assertThat(delays.untilRelease(15, 100)).isZero();
        assertThat(delays.untilRelease(20, 100)).isEqualTo(40);
        assertThat(delays.heldFrom(140)).isEqualTo(Long.MAX_VALUE);
        assertThat(delays.isEmpty()).isTrue();
    }

    @Test
    void aReadWithoutDelayNeedsNoStamp() {
        Delays delays = new Delays();
        delays.add(0, 0, 0);

        assertThat(delays.isEmpty()).isTrue();
    }

    @Test
    void aClockThatWrapsAroundMakesNoDifference() {
        Delays delays = new Delays();
        delays.add(0, Long.MAX_VALUE - 10, 20);

        assertThat(delays.heldFrom(Long.MAX_VALUE)).isZero();
        assertThat(delays.untilRelease(0, Long.MAX_VALUE)).isEqualTo(10);
        assertThat(delays.heldFrom(Long.MIN_VALUE + 9)).isEqualTo(Long.MAX_VALUE);
    }
}
