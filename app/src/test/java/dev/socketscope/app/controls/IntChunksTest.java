package dev.socketscope.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IntChunksTest {
    /** Into the third of the large pieces. */
    private static final int MANY = 1_400_000;
    private final IntChunks list = new IntChunks();

    @Test
    void everyValueIsWhereItWasAddedAcrossAllPieces() {
        fill();

        for (int i = 0; i < MANY; i++) {
            assertThat(list.get(i)).isEqualTo(3 * i);
        }
    }

    @Test
    void aValueIsChangedWhereverItIs() {
        fill();

        for (int i = 0; i < MANY; i += 4_099) {
            list.set(i, -i);
        }

        for (int i = 0; i < MANY; i++) {
            assertThat(list.get(i)).isEqualTo(i % 4_099 == 0 ? -i : 3 * i);
        }
    }

    @Test
    void theFloorIsFoundInEveryPiece() {
        fill();

        for (int i = 0; i < MANY; i += 997) {
            assertThat(list.floor(3 * i, MANY)).isEqualTo(i);
            assertThat(list.floor(3 * i + 2, MANY)).isEqualTo(i);
        }
        assertThat(list.floor(-1, MANY)).isEqualTo(-1);
        assertThat(list.floor(Integer.MAX_VALUE, MANY)).isEqualTo(MANY - 1);
    }

    @Test
    void readersSeeWhatHasBeenPublished() {
        list.add(7);
        assertThat(list.size()).isZero();
        assertThat(list.filled()).isOne();

        list.publish();

        assertThat(list.size()).isOne();
    }

    @Test
    void aShortListTakesLittleMemoryAndALongOneHardlyMoreThanItsValues() {
        list.add(7);
        assertThat(list.memory()).isEqualTo(1 << 16);

        for (int i = 1; i < MANY; i++) {
            list.add(i);
        }

        assertThat(list.memory()).isBetween(4L * MANY, 4L * MANY + (2 << 20));
    }

    private void fill() {
        for (int i = 0; i < MANY; i++) {
            list.add(3 * i);
        }
        list.publish();
    }
}
