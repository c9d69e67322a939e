package dev.socketscope.engine.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FailedTokensTest {
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);
    private final FailedTokens failed = new FailedTokens(clock::get);

    private void fail(String address, int times) {
        for (int i = 0; i < times; i++) {
            failed.add(address);
        }
    }

    @Test
    void anAddressIsLockedUntilTheMinuteOfItsFirstFailureIsOver() {
        fail("a", 9);
        assertThat(failed.lock("a")).isZero();
        clock.addAndGet(Duration.ofSeconds(20).toNanos());
        fail("a", 1);
        assertThat(failed.lock("a")).isEqualTo(Duration.ofSeconds(40));
        assertThat(failed.lock("b")).as("another address").isZero();
        clock.addAndGet(Duration.ofSeconds(40).toNanos());
        assertThat(failed.lock("a")).isZero();
        fail("a", 9);
        assertThat(failed.lock("a")).as("counted anew").isZero();
    }

    @Test
    void addressesAreForgottenWhenThereAreTooMany() {
        fail("first", 10);
        for (int i = 0; i < 1_024; i++) {
            fail("other " + i, 1);
        }
        assertThat(failed.lock("first")).isZero();
    }
}
