package dev.socketscope.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Connection.Traffic;
import dev.socketscope.engine.api.Counters;
import dev.socketscope.engine.api.Counters.Upkeep;
import dev.socketscope.engine.api.Direction;
import org.junit.jupiter.api.Test;

class ReadingTest {
    @Test
    void takesFromTheCountersWhatServiceLevelsNeed() {
        Counters counters = new Counters(2, 7, 3, Traffic.NONE, Traffic.NONE, 9, 8, 6, 5, 4,
                new Upkeep(11, 12, 13, 14, 15));
        MetricsHub hub = new MetricsHub(1);
        hub.loop(0).inProxy(Direction.TO_CLIENT, 5, 1);
        hub.loop(0).inProxy(Direction.TO_UPSTREAM, 50, 1);

        Reading reading = Reading.of(counters, hub.snapshot());

        assertThat(reading).usingRecursiveComparison()
                .ignoringFields("latency")
                .isEqualTo(new Reading(7, 3, 11, 2, 14, 15, HistogramSnapshot.EMPTY));
        assertThat(reading.latency().count()).isEqualTo(2);
        assertThat(reading.latency().maxMicros()).isEqualTo(50);
    }
}
