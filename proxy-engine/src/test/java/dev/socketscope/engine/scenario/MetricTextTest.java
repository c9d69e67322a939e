package dev.socketscope.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricTextTest {
    private static final String BEFORE = """
            # TYPE open gauge
            open 3
            # TYPE sent_total counter
            sent_total{direction="up",kind="a,b"} 10
            sent_total{direction="down",kind="c"} 5
            # TYPE rtt_seconds histogram
            rtt_seconds_bucket{le="+Inf"} 4
            rtt_seconds_sum 0.5
            rtt_seconds_count 4
            # TYPE fired_total counter
            """;
    private static final String AFTER = BEFORE.replace("open 3", "open 1")
            .replace("} 10", "} 12.5")
            .replace("} 5", "} 6")
            .replace("count 4", "count 9");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"open|1", "sent_total|3.5", "sent_total{direction=\"down\"}|1",
            "sent_total{kind=\"a,b\"}|2.5", "rtt_seconds_count|5", "fired_total|0", "fired_total{type=\"drop\"}|0"})
    void countersGrowAndGaugesStand(String metric, double value) {
        assertThat(MetricText.of(AFTER).since(MetricText.of(BEFORE), metric)).isEqualTo(value);
    }

    @Test
    void whatIsNotThereIsNotZero() {
        assertThat(MetricText.of(AFTER).since(MetricText.of(BEFORE), "sent")).isNull();
        assertThat(MetricText.of("").since(MetricText.of(""), "sent_total")).isNull();
    }
}
