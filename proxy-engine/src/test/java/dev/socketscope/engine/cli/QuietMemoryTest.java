package dev.socketscope.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuietMemoryTest {
    private static final Map<String, String> USUAL = Map.of("MinHeapFreeRatio", "40", "MaxHeapFreeRatio", "70",
            "G1PeriodicGCInterval", "0");

    /** As HotSpot, which refuses a least that is above the most. */
    private static final class Machine implements VmOptions {
        private final Map<String, String> values = new LinkedHashMap<>(USUAL);

        @Override
        public String get(String option) {
            return Objects.requireNonNull(values.get(option), option);
        }

        @Override
        public void set(String option, String value) {
            values.put(option, value);
            assertThat(Integer.parseInt(values.get("MinHeapFreeRatio")))
                    .isLessThanOrEqualTo(Integer.parseInt(values.get("MaxHeapFreeRatio")));
        }
    }

    private final Machine machine = new Machine();
    private long done;
    private int clearings;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final QuietMemory memory = new QuietMemory(() -> done, machine, () -> clearings++, thread);

    @AfterEach
    void close() {
        memory.close();
        assertThat(thread.isShutdown()).isTrue();
    }

    private void lookAfter(long more) {
        done += more;
        memory.look();
    }

    @Test
    void memoryIsGivenBackAfterTwoQuietLooks() {
        lookAfter(100_000);
        lookAfter(QuietMemory.FEW);
        assertThat(machine.values).isEqualTo(USUAL);
        lookAfter(0);
        assertThat(machine.values)
                .containsExactlyInAnyOrderEntriesOf(Map.of("MinHeapFreeRatio", "2", "MaxHeapFreeRatio", "5",
                        "G1PeriodicGCInterval", "15000"));
    }

    @Test
    void whoStaysQuietIsCollectedEveryFiveMinutes() {
        StringBuilder collects = new StringBuilder();
        for (int look = 0; look < 26; look++) {
            lookAfter(0);
            collects.append(machine.get("G1PeriodicGCInterval").equals("0") ? '.' : 'c');
            collects.append(clearings == 0 ? "" : "!".repeat(clearings));
            clearings = 0;
        }
        assertThat(collects).hasToString(".ccc!cc...............ccc!cc");
        assertThat(machine.values).containsEntry("MaxHeapFreeRatio", "5");
        lookAfter(QuietMemory.FEW + 1);
        assertThat(machine.values).isEqualTo(USUAL);
    }

    @Test
    void theCollectorsOwnWaysCountAgainWithTheNextLoad() {
        lookAfter(0);
        lookAfter(0);
        lookAfter(0);
        lookAfter(QuietMemory.FEW + 1);
        assertThat(machine.values).isEqualTo(USUAL);
        lookAfter(QuietMemory.FEW + 1);
        assertThat(machine.values).isEqualTo(USUAL);
    }

    @Test
    void anEngineThatFallsQuietAgainGivesBackAgain() {
        lookAfter(0);
        lookAfter(0);
        lookAfter(QuietMemory.FEW + 1);
        lookAfter(0);
        lookAfter(0);
        assertThat(machine.values).containsEntry("MaxHeapFreeRatio", "5");
    }

    @Test
    void theOptionsCanBeChangedInThisJavaMachine() {
        VmOptions here = VmOptions.ofThisProcess();
        String before = here.get("G1PeriodicGCInterval");
        here.set("G1PeriodicGCInterval", "3600000");
        assertThat(here.get("G1PeriodicGCInterval")).isEqualTo("3600000");
        here.set("G1PeriodicGCInterval", before);
        assertThat(here.get("MinHeapFreeRatio")).matches("\\d+");
        assertThat(here.get("MaxHeapFreeRatio")).matches("\\d+");
    }
}
