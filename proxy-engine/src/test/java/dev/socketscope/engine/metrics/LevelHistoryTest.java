package dev.socketscope.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.metrics.LevelHistory.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class LevelHistoryTest {
    private final LevelHistory history = new LevelHistory();

    @Test
    void theNewestPointGivesWayUntilItsSlotEnds() {
        history.add(1, 10, false);
        history.add(2, 20, false);
        history.add(3, 30, true);
        history.add(4, 40, false);

        assertThat(history.points()).containsExactly(new Point(3, 30), new Point(4, 40));
    }

    @Test
    void theOldestPointsGoFirst() {
        for (int i = 0; i < 500; i++) {
            history.add(i, i, i % 2 == 1);
        }

        assertThat(history.points()).hasSize(LevelHistory.POINTS)
                .startsWith(new Point(261, 261))
                .endsWith(new Point(497, 497), new Point(499, 499));
    }

    @Test
    void pointsThatSomebodyHoldsStayAsTheyAre() {
        history.add(1, 10, false);
        List<Point> held = history.points();
        history.add(2, 20, false);

        assertThat(held).containsExactly(new Point(1, 10));
    }
}
