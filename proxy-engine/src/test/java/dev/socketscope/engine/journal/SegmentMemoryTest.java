package dev.socketscope.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SegmentMemoryTest {
    private static final int MIB = 1 << 20;

    /** What the other thread has still to do. */
    private final Deque<Runnable> later = new ArrayDeque<>();

    private void otherThreadWorks() {
        while (!later.isEmpty()) {
            later.remove().run();
        }
    }

    @Test
    void theNextArrayIsMadeAheadAndCounted() {
        SegmentMemory memory = new SegmentMemory(3 * MIB, MIB, later::add);
        assertThat(memory.bytes()).isZero();
        memory.take(MIB);
        assertThat(memory.bytes()).isEqualTo(2 * MIB);
        assertThat(later).hasSize(1);
        otherThreadWorks();
        memory.take(MIB);
        assertThat(memory.bytes()).as("the one made ahead is used").isEqualTo(3 * MIB);
        otherThreadWorks();
        memory.take(MIB);
        assertThat(later).as("nothing more fits").isEmpty();
        assertThat(memory.take(MIB)).isNull();
    }

    @Test
    void whoNeedsItSoonerDoesNotWait() {
        SegmentMemory memory = new SegmentMemory(3 * MIB, MIB, later::add);
        assertThat(memory.take(MIB)).hasSize(MIB);
        assertThat(memory.take(MIB)).hasSize(MIB);
        assertThat(later).as("one at a time").hasSize(1);
    }

    @Test
    void whatIsMadeAheadMakesRoomForALongRecord() {
        SegmentMemory memory = new SegmentMemory(4 * MIB, MIB, later::add);
        memory.giveBack(Objects.requireNonNull(memory.take(MIB)));
        assertThat(memory.take(4 * MIB)).hasSize(4 * MIB);
        assertThat(memory.bytes()).isEqualTo(4 * MIB);
    }

    @Test
    void smallOnesNeedNoThread() {
        SegmentMemory memory = new SegmentMemory(1 << 16, 1 << 12, later::add);
        memory.take(1 << 12);
        assertThat(later).isEmpty();
        assertThat(memory.bytes()).isEqualTo(1 << 12);
    }

    @Test
    void whatComesAfterClearingIsNotKept() {
        SegmentMemory memory = new SegmentMemory(3 * MIB, MIB, later::add);
        memory.take(MIB);
        memory.clear();
        otherThreadWorks();
        assertThat(memory.bytes()).isZero();
    }

    @Test
    void theBoundHoldsWhateverIsTakenAndHoweverLateTheOtherThreadIs() {
        Random random = new Random(5);
        SegmentMemory memory = new SegmentMemory(8 * MIB, MIB, later::add);
        Deque<byte[]> used = new ArrayDeque<>();
        long sum = 0;
        for (int i = 0; i < 2_000; i++) {
            int length = random.nextInt(8) == 0 ? random.nextInt(MIB, 8 * MIB) : MIB;
            byte[] array = memory.take(length);
            while (array == null) {
                byte[] oldest = used.remove();
                sum -= oldest.length;
                memory.giveBack(oldest);
                array = memory.take(length);
            }
            used.add(array);
            sum += array.length;
            assertThat(memory.bytes()).isBetween(sum, 8L * MIB);
            if (random.nextInt(3) == 0) {
                otherThreadWorks();
            }
        }
    }
}
