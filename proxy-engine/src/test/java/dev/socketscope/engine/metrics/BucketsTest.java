package dev.socketscope.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BucketsTest {
    @Test
    void bucketsFollowEachOtherWithoutGapOrOverlapFromZeroToAnHour() {
        assertThat(Buckets.low(0)).isZero();
        for (int i = 0; i < Buckets.COUNT; i++) {
            assertThat(Buckets.index(Buckets.low(i))).isEqualTo(i);
            assertThat(Buckets.index(Buckets.high(i))).isEqualTo(i);
            assertThat(Buckets.low(i + 1)).isEqualTo(Buckets.high(i) + 1);
        }
        assertThat(Buckets.high(Buckets.COUNT - 1)).isGreaterThanOrEqualTo(Buckets.MAX_MICROS);
    }

    @Test
    void theMiddleIsCloseToEverythingInItsBucket() {
        for (int i = 0; i < Buckets.COUNT; i++) {
            long middle = Buckets.middle(i);
            assertThat(middle - Buckets.low(i)).isLessThanOrEqualTo((long) (Buckets.low(i) * Buckets.RELATIVE_ERROR));
            assertThat(Buckets.high(i) - middle).isLessThanOrEqualTo((long) (Buckets.high(i) * Buckets.RELATIVE_ERROR));
        }
    }

    @Test
    void below64MicrosecondsValuesAreExact() {
        for (int micros = 0; micros < 64; micros++) {
            assertThat(Buckets.middle(Buckets.index(micros))).isEqualTo(micros);
        }
    }

    @Test
    void allBucketsTogetherAreSmall() {
        assertThat(Buckets.COUNT * Long.BYTES).isLessThan(7 * 1024);
    }
}
