package dev.socketscope.engine.resume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketscope.engine.api.Reconnect;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    private final Backoff backoff = new Backoff(Reconnect.DEFAULT);

    /** @param total the wait up to and including this attempt, as a person who watches would estimate it */
    @ParameterizedTest
    @CsvSource({"1, 1000, 1300, 1", "2, 2000, 2600, 3", "3, 4000, 5200, 8", "4, 8000, 10400, 18",
            "5, 16000, 20800, 38", "6, 30000, 39000, 75", "7, 30000, 39000, 110", "10, 30000, 39000, 230"})
    void waitsAsTheTableOfTheDefaultsSays(int attempt, int base, int most, int total) {
        assertThat(backoff.base(attempt)).isEqualTo(Duration.ofMillis(base));
        assertThat(backoff.base(attempt).plus(backoff.jitterBound(attempt))).isEqualTo(Duration.ofMillis(most));
        assertThat(Duration.ofSeconds(total)).isBetween(sum(attempt, false), sum(attempt, true));
    }

    @Test
    void everyDelayLiesBetweenBaseAndJitterAndUsesAllOfThatRange() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int attempt = 1; attempt <= 10; attempt++) {
            int n = attempt;
            Duration base = backoff.base(n);
            Duration jitter = backoff.jitterBound(n);
            var parts = IntStream.range(0, 1_000)
                    .mapToObj(_ -> backoff.delay(n, random).minus(base))
                    .mapToDouble(extra -> (double) extra.toNanos() / jitter.toNanos())
                    .summaryStatistics();
            assertThat(parts.getMin()).as("seed %d attempt %d", seed, n).isBetween(0.0, 0.05);
            assertThat(parts.getMax()).as("seed %d attempt %d", seed, n).isBetween(0.95, 1.0);
        }
    }

    @Test
    void withoutJitterEveryDelayIsItsBase() {
        Backoff exact = new Backoff(new Reconnect(Duration.ofMillis(500), Duration.ofSeconds(5), 2, 0, 3));

        assertThat(IntStream.rangeClosed(1, 6).mapToObj(n -> exact.delay(n, new Random(1)).toMillis()))
                .containsExactly(500L, 1_000L, 2_000L, 4_000L, 5_000L, 5_000L);
    }

    @Test
    void theBoundHoldsForAnyNumberOfAttempts() {
        Backoff endless = new Backoff(
                new Reconnect(Duration.ofMillis(500), Duration.ofSeconds(5), 2, 0.3, Integer.MAX_VALUE));

        assertThat(endless.base(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(5));
        assertThat(endless.allows(Integer.MAX_VALUE)).isTrue();
    }

    @Test
    void aFirstDelayAboveTheBoundIsTheBound() {
        Backoff low = new Backoff(new Reconnect(Duration.ofSeconds(9), Duration.ofSeconds(5), 2, 0, 1));

        assertThat(low.base(1)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void tenAttemptsAreMadeByDefault() {
        assertThat(backoff.allows(10)).isTrue();
        assertThat(backoff.allows(11)).isFalse();
    }

    @Test
    void attemptsAreCountedFromOne() {
        assertThatThrownBy(() -> backoff.base(0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("attempt 0: expected 1 or more");
    }

    private Duration sum(int attempts, boolean jitter) {
        return IntStream.rangeClosed(1, attempts)
                .mapToObj(n -> jitter ? backoff.base(n).plus(backoff.jitterBound(n)) : backoff.base(n))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
