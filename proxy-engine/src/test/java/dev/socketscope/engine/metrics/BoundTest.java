package dev.socketscope.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.ServiceLevel.Kind;
import dev.socketscope.engine.metrics.PrometheusText.Format;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundTest {
    private static final Bound FIRST = Bound.ALL.getFirst();
    private static final Bound LAST = Bound.ALL.getLast();

    @Test
    void boundsAscendFromTenMicrosecondsToAMinute() {
        assertThat(FIRST.micros()).isEqualTo(10);
        assertThat(LAST.micros()).isEqualTo(60_000_000);
        assertThat(Bound.ALL).extracting(Bound::micros).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void targetAndAlertOfTheLatencyCanBeReadOff() {
        assertThat(Bound.ALL).extracting(Bound::micros)
                .contains((long) Kind.MESSAGE_LATENCY.target() * 1_000, (long) Kind.MESSAGE_LATENCY.alert() * 1_000);
    }

    @Test
    void wholeSecondsHaveTheFormOfTheirFormat() {
        assertThat(List.of(FIRST.text(Format.TEXT), LAST.text(Format.TEXT))).containsExactly("1e-05", "60");
        assertThat(List.of(FIRST.text(Format.OPEN_METRICS), LAST.text(Format.OPEN_METRICS)))
                .containsExactly("1e-05", "60.0");
    }
}
