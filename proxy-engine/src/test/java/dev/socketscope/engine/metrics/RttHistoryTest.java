package dev.socketscope.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.RttPage;
import dev.socketscope.engine.api.RttPage.Sample;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RttHistoryTest {
    private final RttHistory history = new RttHistory();

    @Test
    void aConnectionWithoutPingsHasNothingToShow() {
        assertThat(history.read(0)).isEqualTo(RttPage.NOTHING);
        assertThat(history.read(17)).isEqualTo(RttPage.NOTHING);
        assertThat(RttSummary.of(history.read(0).samples())).isEqualTo(new RttSummary(0, 0, -1, -1, -1, -1, -1));
    }

    @Test
    void samplesComeInOrderAndNoneTwice() {
        history.add(100, 7);
        history.add(200, Sample.NO_PONG);
        RttPage first = history.read(0);
        history.add(300, 9);
        RttPage second = history.read(first.next());

        assertThat(first.samples()).containsExactly(new Sample(100, 7), new Sample(200, Sample.NO_PONG));
        assertThat(second.samples()).containsExactly(new Sample(300, 9));
        assertThat(history.read(second.next()).samples()).isEmpty();
        assertThat(history.read(second.next()).next()).isEqualTo(second.next());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5, 7, 8, 9, 16, 17, 1023, 1024})
    void nothingIsLostUpToTheCapacity(int samples) {
        fill(samples);

        assertThat(history.read(0).missed()).isZero();
        assertThat(history.read(0).samples()).extracting(Sample::atMicros)
                .containsExactlyElementsOf(LongStream.range(0, samples).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1025, 2047, 2048, 5000})
    void theOldestGoFirstAndWhoComesLateIsToldHowMany(int samples) {
        fill(samples);
        int gone = samples - RttHistory.CAPACITY;

        assertThat(history.read(0).missed()).isEqualTo(gone);
        assertThat(history.read(0).samples()).hasSize(RttHistory.CAPACITY).startsWith(new Sample(gone, 3L * gone));
        assertThat(history.read(gone - 1).missed()).isEqualTo(1);
        assertThat(history.read(gone).missed()).isZero();
        assertThat(history.read(samples - 2).samples()).hasSize(2);
    }

    @Test
    void aCursorOfAnotherHistoryGivesNothingButTheRightNextOne() {
        fill(3);

        assertThat(history.read(99)).isEqualTo(new RttPage(0, List.of(), 3));
        assertThat(history.read(-1).samples()).hasSize(3);
    }

    @Test
    void figuresAreExactOverWhatIsKept() {
        for (int i = 0; i < RttHistory.CAPACITY - 24; i++) {
            history.add(i, 1_000 - i);
        }
        LongStream.range(0, 24).forEach(i -> history.add(2_000 + i, Sample.NO_PONG));

        assertThat(RttSummary.of(history.read(0).samples()))
                .isEqualTo(new RttSummary(1_000, 24, 1, 500, 950, 990, 1_000));
    }

    @Test
    void anIdleConnectionCostsAlmostNothing() {
        RttHistory[] legs = new RttHistory[1_000];

        assertThat(Allocated.bytesBy(() -> {
            for (int i = 0; i < legs.length; i++) {
                legs[i] = new RttHistory();
            }
        })).isLessThan(legs.length * 40 + Allocated.NOISE);
        assertThat(Allocated.bytesBy(() -> {
            for (RttHistory leg : legs) {
                leg.add(1, 1);
            }
        })).isLessThan(legs.length * 256 + Allocated.NOISE);
    }

    @Test
    void onceFullItTakesNoMoreMemory() {
        fill(RttHistory.CAPACITY);

        assertThat(Allocated.bytesBy(() -> fill(10_000))).isLessThan(Allocated.NOISE);
    }

    @Test
    void whoReadsWhileItIsWrittenGetsEverySampleWholeOrCountedAsMissed() {
        long total = 400_000;
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> fill((int) total));
        long next = 0;
        while (!writer.isDone() || next < total) {
            RttPage page = history.read(next);
            long seq = next + page.missed();
            for (Sample sample : page.samples()) {
                // Without AssertJ, which would be too slow to keep up with the writer.
                if (sample.atMicros() != seq || sample.micros() != 3 * seq) {
                    throw new AssertionError("sample " + seq + " is torn: " + sample);
                }
                seq++;
            }
            assertThat(page.next()).isEqualTo(seq);
            next = seq;
            if (writer.isCompletedExceptionally()) {
                break;
            }
        }
        writer.join();
        assertThat(next).isEqualTo(total);
    }

    private void fill(int samples) {
        for (int i = 0; i < samples; i++) {
            history.add(i, 3L * i);
        }
    }
}
