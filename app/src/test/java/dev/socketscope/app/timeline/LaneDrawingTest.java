package dev.socketscope.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LaneDrawingTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void aPlanSaysWhenItIsDueAndByHowMuchItIsOverdue() {
        assertThat(label(8, 10)).isEqualTo("#3 in 8–10 s");
        assertThat(label(2, 2)).isEqualTo("#3 in 2 s");
        assertThat(label(-1, 0.4)).isEqualTo("#3 in 0–1 s");
        assertThat(label(-2, 0)).isEqualTo("attempt 3 is due");
        assertThat(label(-2, -0.9)).isEqualTo("attempt 3 is due");
        assertThat(label(-3, -2.5)).isEqualTo("attempt 3 overdue by 2 s");
        assertThat(label(-130, -121)).isEqualTo("attempt 3 overdue by 2 min");
    }

    private static String label(double earliest, double latest) {
        return LaneDrawing.label(new Plan("ws_1", 3, 10, in(earliest), in(latest), in(latest)), NOW);
    }

    private static Instant in(double seconds) {
        return NOW.plusMillis(Math.round(seconds * 1000));
    }
}
