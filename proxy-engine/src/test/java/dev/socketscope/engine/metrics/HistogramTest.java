package dev.socketscope.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HistogramTest {
    private final Histogram histogram = new Histogram();

    enum Shape {
        UNIFORM(random -> random.nextInt(2_000_000)),
        EXPONENTIAL(random -> random.nextExponential() * 300),
        LOG_NORMAL(random -> Math.exp(random.nextGaussian(7, 2))),
        PARETO(random -> 20 * Math.pow(1 - random.nextDouble(), -0.7)),
        TWO_PEAKS(random -> random.nextInt(50) == 0 ? random.nextGaussian(800_000, 9_000) : random.nextGaussian(90, 8)),
        ALL_ALIKE(_ -> 12_345);

        private final ToDoubleFunction<Random> draw;

        Shape(ToDoubleFunction<Random> draw) {
            this.draw = draw;
        }

        long[] values(long seed) {
            Random random = new Random(seed);
            return random.longs(20_000)
                    .map(_ -> Math.clamp((long) draw.applyAsDouble(random), 0, Buckets.MAX_MICROS))
                    .toArray();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyPercentileIsWithinTheStatedErrorOfTheSortedValues(Shape shape) {
        long seed = new Random().nextLong();
        long[] values = shape.values(seed);
        Arrays.stream(values).forEach(histogram::record);
        long[] sorted = Arrays.stream(values).sorted().toArray();
        HistogramSnapshot snapshot = histogram.snapshot();

        for (double percent : new double[]{0, 0.1, 1, 10, 50, 90, 95, 99, 99.9, 99.99, 100}) {
            long exact = Percentile.of(sorted, percent);
            assertThat((double) snapshot.percentileMicros(percent)).as("%s %s %% seed %d", shape, percent, seed)
                    .isCloseTo(exact, within(exact * Buckets.RELATIVE_ERROR));
        }
    }

    @ParameterizedTest
    @EnumSource
    void countSumMeanAndMaximumAreExact(Shape shape) {
        long seed = new Random().nextLong();
        long[] values = shape.values(seed);
        Arrays.stream(values).forEach(histogram::record);
        HistogramSnapshot snapshot = histogram.snapshot();
        var exact = Arrays.stream(values).summaryStatistics();

        assertThat(snapshot.count()).isEqualTo(20_000);
        assertThat(snapshot.sumMicros()).as("seed %d", seed).isEqualTo(exact.getSum());
        assertThat(snapshot.maxMicros()).as("seed %d", seed).isEqualTo(exact.getMax());
        assertThat(snapshot.meanMicros()).as("seed %d", seed).isEqualTo(exact.getAverage());
    }

    @Test
    void whatNoClockCanMeanCountsAsTheNearestBound() {
        histogram.record(-5);
        histogram.record(Long.MAX_VALUE);

        assertThat(histogram.snapshot().percentileMicros(50)).isZero();
        assertThat(histogram.snapshot().maxMicros()).isEqualTo(3_600_000_000L);
        assertThat(histogram.snapshot().sumMicros()).isEqualTo(3_600_000_000L);
    }

    @Test
    void recordingTakesNoMemoryAfterTheFirstValue() {
        assertThat(Allocated.bytesBy(() -> histogram.record(1))).isBetween(1L, 8L * 1024);

        assertThat(Allocated.bytesBy(() -> {
            for (int i = 0; i < 100_000; i++) {
                histogram.record(i);
            }
        })).isLessThan(Allocated.NOISE);
    }

    @Test
    void whoReadsWhileItIsWrittenSeesCountsThatNeverFallAndInTheEndAll() {
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            Random random = new Random(1);
            for (int i = 0; i < 500_000; i++) {
                histogram.record(random.nextInt(100_000));
            }
        });
        HistogramSnapshot before = HistogramSnapshot.EMPTY;
        while (!writer.isDone()) {
            HistogramSnapshot now = histogram.snapshot();
            assertThat(now.minus(before).count()).isEqualTo(now.count() - before.count()).isNotNegative();
            before = now;
        }
        writer.join();

        assertThat(histogram.snapshot().count()).isEqualTo(500_000);
        assertThat(histogram.snapshot().sumMicros())
                .isEqualTo(new Random(1).ints(500_000, 0, 100_000).asLongStream().sum());
    }
}
