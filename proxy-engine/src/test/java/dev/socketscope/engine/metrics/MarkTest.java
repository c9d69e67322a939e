package dev.socketscope.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void connectionsThatCameBetweenTwoReadingsCountHalf() {
        Mark mark = Mark.start(0).next(10 * SECOND, reading(4, 0)).next(20 * SECOND, reading(4, 0));

        assertThat(mark.connectionSeconds()).isEqualTo(10 * 2 + 10 * 4);
    }

    @Test
    void reconnectionsAreSharedByTheConnectionsOfTheirInterval() {
        Mark mark = Mark.start(0)
                .next(SECOND, reading(10, 0))
                .next(2 * SECOND, reading(10, 10))
                .next(3 * SECOND, reading(2, 10))
                .next(4 * SECOND, reading(2, 12));

        assertThat(mark.reconnectionsEach()).isEqualTo(2);
    }

    @Test
    void aConnectionThatCameReconnectedAndWentWithinAnIntervalIsStillOne() {
        assertThat(Mark.start(0).next(SECOND, reading(0, 3)).reconnectionsEach()).isEqualTo(3);
    }

    private static Reading reading(long open, long reconnections) {
        return new Reading(open, 0, reconnections, open, 0, 0, HistogramSnapshot.EMPTY);
    }
}
