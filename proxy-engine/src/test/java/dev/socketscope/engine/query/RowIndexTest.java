package dev.socketscope.engine.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RowIndexTest {
    private final RowIndex index = new RowIndex();

    @Test
    void rowsKeepTheirNumbersWhileOlderOnesAreDropped() {
        for (int i = 0; i < 20_000; i++) {
            index.add(3L * i);
        }
        assertThat(index.end()).as("not yet published").isZero();
        assertThat(index.seqAt(5)).isEqualTo(-1);
        index.publish();
        assertThat(index.seqAt(10_000)).isEqualTo(30_000);
        index.dropBefore(30_000);
        assertThat(index.seqAt(10_000)).isEqualTo(30_000);
        assertThat(index.seqAt(0)).isEqualTo(-1);
        assertThat(index.end()).isEqualTo(20_000);
        assertThat(index.seqAt(20_000)).isEqualTo(-1);
    }

    @Test
    void theRowOfAFrameIsFoundWhetherItMatchedOrNot() {
        assertThat(index.rowAtOrAfter(0)).isZero();
        for (int i = 0; i < 10_000; i++) {
            index.add(3L * i);
        }
        index.publish();
        assertThat(index.rowAtOrAfter(0)).isZero();
        assertThat(index.rowAtOrAfter(3)).isEqualTo(1);
        assertThat(index.rowAtOrAfter(4)).isEqualTo(2);
        assertThat(index.rowAtOrAfter(1_000_000)).isEqualTo(10_000);
        index.dropBefore(15_000);
        assertThat(index.rowAtOrAfter(29_000)).isEqualTo(9667);
    }

    @Test
    void aReaderNeverSeesARowThatIsNotWhole() {
        AtomicLong dropped = new AtomicLong();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            for (long i = 0; i < 2_000_000; i++) {
                index.add(i);
                if (i % 100 == 0) {
                    index.publish();
                    dropped.set(Math.max(0, i - 10_000));
                    index.dropBefore(dropped.get());
                }
            }
        });
        while (!writer.isDone()) {
            long oldest = dropped.get();
            long end = index.end();
            long seq = end == 0 ? -1 : index.seqAt(end - 1);
            assertThat(seq == -1 || seq == end - 1).isTrue();
            assertThat(index.rowAtOrAfter(oldest)).isBetween(Math.min(oldest, end), index.end());
        }
        writer.join();
    }
}
