package dev.socketscope.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpansTest {
    @ParameterizedTest
    @CsvSource({"0, 0s", "1, 0.001ms", "250, 0.25ms", "1000, 1ms", "1500, 1.5ms", "1000000, 1s", "1500000, 1500ms",
            "60000000, 1m", "3600000000, 1h", "3600000001, 3600000.001ms"})
    void writesMicrosecondsExactlyAndReadsThemBack(long micros, String text) {
        Duration duration = Duration.ofNanos(micros * 1_000);
        assertThat(Spans.text(duration)).isEqualTo(text);
        assertThat(Spans.parse("delay", text)).isEqualTo(duration);
    }

    @Test
    void whatIsNoDurationNamesItsKey() {
        assertThatThrownBy(() -> Spans.parse("match.delay", "soon")).isInstanceOf(WireException.class)
                .hasMessage("match.delay: got \"soon\", expected a duration such as 500ms, 10s or 1.5m");
    }
}
