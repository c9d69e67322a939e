package dev.socketscope.app.frames;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private final Backlog backlog = new Backlog();

    private long behind(long end, long pending, int millis) {
        return backlog.behind(end, pending, TimeUnit.MILLISECONDS.toNanos(millis));
    }

    @Test
    void theNewestFramesOfSteadyTrafficAreNoBacklog() {
        for (int i = 0; i < 100; i++) {
            assertThat(behind(1_000 + 200L * i, 150, 100 * i)).isZero();
        }
    }

    @Test
    void manyFramesAreABacklogAtOnceUntilTheyAreFewer() {
        assertThat(behind(10_000, 5_001, 0)).isEqualTo(5_001);
        assertThat(behind(10_000, 5_000, 10)).isZero();
    }

    @Test
    void aFewFramesThatTakeLongAreABacklogUntilTheyAreDone() {
        assertThat(behind(1_000, 900, 0)).isZero();
        assertThat(behind(1_200, 900, 400)).isZero();
        assertThat(behind(1_400, 900, 501)).isEqualTo(900);
        assertThat(behind(1_400, 400, 600)).as("the mark is reached").isZero();
        assertThat(behind(1_400, 0, 5_000)).isZero();
    }
}
