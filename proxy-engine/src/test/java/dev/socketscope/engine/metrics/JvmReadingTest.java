package dev.socketscope.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JvmReadingTest {
    @Test
    void tellsOfThisProcess() {
        JvmReading jvm = JvmReading.now();

        assertThat(jvm.heapBytes()).isBetween(1L, Runtime.getRuntime().maxMemory());
        assertThat(jvm.nonHeapBytes()).isPositive();
        assertThat(jvm.threads()).isPositive();
        assertThat(jvm.startMillis()).isBetween(1_500_000_000_000L, System.currentTimeMillis());
        assertThat(jvm.collectors()).isNotEmpty().allSatisfy(gc -> {
            assertThat(gc.name()).isNotBlank();
            assertThat(gc.collections()).isNotNegative();
            assertThat(gc.millis()).isNotNegative();
        });
    }

    @Test
    void processorTimeNeverFalls() {
        long before = JvmReading.now().cpuMicros();

        assertThat(before).isNotNegative();
        assertThat(JvmReading.now().cpuMicros()).isGreaterThanOrEqualTo(before);
    }
}
