package dev.socketscope.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HistogramSnapshotTest {
    @Test
    void withoutAValueThereIsNothingToTell() {
        assertThat(HistogramSnapshot.EMPTY.count()).isZero();
        assertThat(HistogramSnapshot.EMPTY.meanMicros()).isNaN();
        assertThat(HistogramSnapshot.EMPTY.percentileMicros(99)).isEqualTo(-1);
        assertThat(HistogramSnapshot.EMPTY.maxMicros()).isZero();
        assertThat(HistogramSnapshot.EMPTY.countUpTo(Long.MAX_VALUE)).isZero();
        assertThat(new Histogram().snapshot()).isSameAs(HistogramSnapshot.EMPTY);
    }

    @Test
    void aSnapshotStaysAsItWas() {
        Histogram histogram = histogram(10, 20);
        HistogramSnapshot before = histogram.snapshot();
        histogram.record(30);

        assertThat(before.count()).isEqualTo(2);
        assertThat(before.maxMicros()).isEqualTo(20);
    }

    @Test
    void aDifferenceIsWhatWasRecordedInBetween() {
        long seed = new Random().nextLong();
        long[] first = new Random(seed).longs(500, 0, 5_000_000).toArray();
        long[] second = new Random(seed + 1).longs(500, 0, 70_000).toArray();
        Histogram histogram = histogram(first);
        HistogramSnapshot before = histogram.snapshot();
        Arrays.stream(second).forEach(histogram::record);

        HistogramSnapshot between = histogram.snapshot().minus(before);

        HistogramSnapshot alone = snapshot(second);
        // The maximum of a difference is not known exactly, so it does not cut the last bucket.
        assertSame(between, alone, Buckets.RELATIVE_ERROR, seed);
        assertThat(between.maxMicros()).as("seed %d", seed)
                .isBetween(alone.maxMicros(), (long) (alone.maxMicros() * (1 + 2 * Buckets.RELATIVE_ERROR)));
    }

    @Test
    void aDifferenceOfTheSameIsEmpty() {
        HistogramSnapshot some = snapshot(1, 2, 3);

        assertThat(some.minus(some)).isSameAs(HistogramSnapshot.EMPTY);
        assertThat(some.minus(HistogramSnapshot.EMPTY).maxMicros()).isEqualTo(3);
    }

    @Test
    void whatIsNoEarlierSnapshotIsRefused() {
        HistogramSnapshot later = snapshot(7, 7, 7);

        assertThatThrownBy(() -> snapshot(7).minus(later)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("holds 2 more values around 7 µs");
    }

    @Test
    void twoTogetherAreAsIfOneHadCountedAll() {
        long seed = new Random().nextLong();
        long[] first = new Random(seed).longs(300, 0, 90).toArray();
        long[] second = new Random(seed + 1).longs(300, 1_000, 3_000_000_000L).toArray();

        HistogramSnapshot both = snapshot(first).plus(snapshot(second));

        assertSame(both, snapshot(LongStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray()), 0, seed);
        assertThat(both.maxMicros()).as("seed %d", seed).isEqualTo(Arrays.stream(second).max().orElseThrow());
    }

    @Test
    void nothingAddedChangesNothing() {
        HistogramSnapshot some = snapshot(5);

        assertThat(some.plus(HistogramSnapshot.EMPTY)).isSameAs(some);
        assertThat(HistogramSnapshot.EMPTY.plus(some)).isSameAs(some);
    }

    @Test
    void countsUpToABound() {
        HistogramSnapshot some = snapshot(0, 10, 10, 11, 90_000, 120_000);

        assertThat(some.countUpTo(-1)).isZero();
        assertThat(some.countUpTo(9)).isEqualTo(1);
        assertThat(some.countUpTo(10)).isEqualTo(3);
        assertThat(some.countUpTo(100_000)).isEqualTo(5);
        assertThat(some.countUpTo(1_000_000)).isEqualTo(6);
    }

    @Test
    void aPercentileIsAValueThatOccurredAndNeverMoreThanTheMaximum() {
        HistogramSnapshot some = snapshot(1, 2, 3, 1_000_001);

        assertThat(some.percentileMicros(0)).isEqualTo(1);
        assertThat(some.percentileMicros(50)).isEqualTo(2);
        assertThat(some.percentileMicros(75)).isEqualTo(3);
        assertThat(some.percentileMicros(100)).isBetween(985_000L, 1_000_001L);
    }

    private static void assertSame(HistogramSnapshot actual, HistogramSnapshot expected, double error, long seed) {
        assertThat(actual.count()).as("seed %d", seed).isEqualTo(expected.count());
        assertThat(actual.sumMicros()).as("seed %d", seed).isEqualTo(expected.sumMicros());
        for (int percent = 0; percent < 100; percent++) {
            double exact = expected.percentileMicros(percent);
            assertThat((double) actual.percentileMicros(percent)).as("%d %% seed %d", percent, seed)
                    .isCloseTo(exact, within(exact * error));
        }
    }

    private static HistogramSnapshot snapshot(long... micros) {
        return histogram(micros).snapshot();
    }

    private static Histogram histogram(long... micros) {
        Histogram histogram = new Histogram();
        Arrays.stream(micros).forEach(histogram::record);
        return histogram;
    }
}
