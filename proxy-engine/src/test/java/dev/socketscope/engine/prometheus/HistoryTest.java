package dev.socketscope.engine.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistoryTest {
    @Test
    void theOldestPointsGoAndThoseThatStayAreInOrder() {
        Points points = new Points();
        for (int i = 1; i <= 1_000; i++) {
            points.add(i, i, 100);
        }

        assertThat(points.size()).isEqualTo(100);
        assertThat(points.time(0)).isEqualTo(901);
        assertThat(points.newest()).isEqualTo(1_000);
        assertThat(points.from(950)).isEqualTo(49);
        assertThat(points.increase(950, 960)).isEqualTo(10);
    }

    @Test
    void seriesThatAreGoneMakeRoomForOthersAndWhatHasNoneIsCounted() {
        Scrapes scrapes = new Scrapes().then(series(0, History.MOST_SERIES)).then(series(History.MOST_SERIES, 5));

        assertThat(scrapes.history.refused()).isEqualTo(5);
        assertThat(scrapes.history.series()).isZero();
        scrapes.then(series(History.MOST_SERIES, 5));
        assertThat(scrapes.history.refused()).isZero();
        assertThat(scrapes.family("a").labels().get("i")).hasSize(5);
    }

    private static String[] series(int from, int count) {
        String[] lines = new String[count];
        for (int i = 0; i < count; i++) {
            lines[i] = "a{i=\"" + (from + i) + "\"} 1";
        }
        return lines;
    }

    @Test
    void theUnitIsToldOrInTheName() {
        Scrapes scrapes = new Scrapes().then("x_bytes_total 1", "x_seconds 1", "x_ms 1", "x 1");

        assertThat(scrapes.history.families()).extracting(FamilyHistory::unit)
                .containsExactly("bytes", "seconds", "milliseconds", "");
    }
}
