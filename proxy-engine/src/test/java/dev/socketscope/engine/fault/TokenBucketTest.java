package dev.socketscope.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenBucketTest {
    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    /** Ten seconds of a source that never runs dry, asked when the bucket says, but up to 3 ms late. */
    private long carried(TokenBucket bucket, long rate, long start, long grainNanos) {
        long carried = 0;
        long inGrain = 0;
        long grainEnd = start + grainNanos;
        for (long now = start; now - start < Armed.seconds(10);) {
            long bytes = bucket.available(rate, now);
            bucket.take(bytes);
            carried += bytes;
            if (now - grainEnd >= 0) {
                grainEnd = now + grainNanos;
                inGrain = 0;
            }
            inGrain += bytes;
            assertThat(inGrain).as("seed %d, rate %d: bytes in a grain", seed, rate)
                    .isLessThanOrEqualTo((long) (rate * (grainNanos / 1e9 + TokenBucket.BURST_MILLIS / 1e3) + 2));
            now += bucket.untilSome(rate, Long.MAX_VALUE) + random.nextInt(3_000_000);
        }
        return carried;
    }

    @ParameterizedTest
    @ValueSource(longs = {100, 1_000, 56_000, 1_000_000, 125_000_000, 1L << 40})
    void keepsItsRateWithinFivePercentOverTenSecondsAndIsSmoothBelow100Millis(long rate) {
        for (long start : new long[]{0, -Armed.seconds(5), Long.MAX_VALUE - Armed.seconds(5)}) {
            assertThat((double) carried(new TokenBucket(), rate, start, Armed.millis(100))).as("seed %d", seed)
                    .isCloseTo(rate * 10.0, within(rate * 0.5 + 1));
        }
    }

    @Test
    void oneByteASecondIsPossible() {
        TokenBucket bucket = new TokenBucket();

        assertThat(bucket.available(1, 0)).isZero();
        assertThat(bucket.untilSome(1, 5)).isEqualTo(Armed.seconds(1));
        assertThat(bucket.available(1, Armed.seconds(1))).isEqualTo(1);
    }

    @Test
    void silenceSavesUpNoMoreThanABurst() {
        TokenBucket bucket = new TokenBucket();
        bucket.available(1_000_000, 0);

        assertThat(bucket.available(1_000_000, Armed.seconds(3_600))).isEqualTo(50_000);
    }

    @Test
    void aLittleThatWaitsNeedNotWaitForAWholeGrain() {
        TokenBucket bucket = new TokenBucket();
        bucket.available(1_000, 0);

        assertThat(bucket.untilSome(1_000, 2)).isEqualTo(Armed.millis(2));
        assertThat(bucket.untilSome(1_000, 1_000)).isEqualTo(Armed.millis(10));
    }

    @Test
    void aRateThatBeginsLaterIsNotPaidForBytesFromBefore() {
        TokenBucket bucket = new TokenBucket();
        bucket.take(5_000_000);
        bucket.reset();
        bucket.available(1_000, Armed.seconds(9));

        assertThat(bucket.available(1_000, Armed.seconds(9) + Armed.millis(20))).isEqualTo(20);
    }
}
