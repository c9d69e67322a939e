package dev.socketscope.app.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Connection.Away;
import dev.socketscope.engine.api.Leg;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CountdownTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    @Test
    void tenthsAreCountedAsLongAsTheyCanBeRead() {
        assertThat(upstream(NOW.plusMillis(2_449))).isEqualTo("attempt 3 of 10 in 2.4 s");
        assertThat(upstream(NOW.plusMillis(28_900))).isEqualTo("attempt 3 of 10 in 28 s");
    }

    @Test
    void anAttemptThatIsUnderWayOrOverdueIsNotCountedDown() {
        assertThat(upstream(null)).isEqualTo("attempt 3 of 10 under way");
        assertThat(upstream(NOW.minusMillis(1))).isEqualTo("attempt 3 of 10 under way");
    }

    @Test
    void aClientIsWaitedForUntilItIsGivenUp() {
        assertThat(Countdown.of(new Away(Leg.CLIENT, NOW, "", 0, 0, NOW.plusSeconds(90)), NOW))
                .isEqualTo("given up in 1 min");
        assertThat(Countdown.of(new Away(Leg.CLIENT, NOW, "", 0, 0, null), NOW)).isEqualTo("waiting for the client");
    }

    private static String upstream(@Nullable Instant next) {
        return Countdown.of(new Away(Leg.UPSTREAM, NOW, "TCP reset", 3, 10, next), NOW);
    }
}
