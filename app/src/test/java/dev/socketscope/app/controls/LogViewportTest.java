package dev.socketscope.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogViewportTest {
    private final LogViewport viewport = new LogViewport(20);

    @BeforeEach
    void tenRowsHigh() {
        viewport.resize(200);
    }

    @Test
    void followsTheEndWhileRowsArriveAndVanish() {
        viewport.extent(0, 1_000);
        assertThat(viewport.top()).isEqualTo(990);
        viewport.extent(5_000, 60_000);
        assertThat(viewport.top()).isEqualTo(59_990);
        assertThat(viewport.count()).isEqualTo(10);
    }

    @Test
    void staysOnItsRowsOnceScrolledUp() {
        viewport.extent(0, 1_000);
        viewport.scrollBy(-110);
        assertThat(viewport.following()).isFalse();
        assertThat(viewport.top()).isEqualTo(984);
        assertThat(viewport.offset()).isEqualTo(10);
        assertThat(viewport.count()).isEqualTo(11);
        viewport.extent(900, 90_000);
        assertThat(viewport.top()).isEqualTo(984);
        assertThat(viewport.offset()).isEqualTo(10);
    }

    @Test
    void movesToTheOldestRowLeftWhenItsOwnHaveVanished() {
        viewport.extent(0, 1_000);
        viewport.scrollBy(-110);
        viewport.extent(5_000, 90_000);
        assertThat(viewport.top()).isEqualTo(5_000);
        assertThat(viewport.offset()).isZero();
        assertThat(viewport.following()).isFalse();
    }

    @Test
    void followsAgainWhenScrolledToTheEnd() {
        viewport.extent(0, 1_000);
        viewport.scrollBy(-5_000);
        viewport.scrollBy(5_000);
        assertThat(viewport.following()).isTrue();
        viewport.extent(0, 1_001);
        assertThat(viewport.top()).isEqualTo(991);
    }

    @Test
    void revealsARowByMovingAsLittleAsNeeded() {
        viewport.extent(0, 1_000);
        viewport.reveal(500);
        assertThat(viewport.top()).isEqualTo(500);
        viewport.reveal(505);
        assertThat(viewport.top()).isEqualTo(500);
        viewport.reveal(510);
        assertThat(viewport.top()).isEqualTo(501);
        assertThat(viewport.following()).isFalse();
        viewport.reveal(999);
        assertThat(viewport.following()).isTrue();
    }

    @Test
    void theBarTellsWhereItStandsAndMovesIt() {
        viewport.extent(0, 100);
        viewport.scrollTo(0.5);
        assertThat(viewport.top()).isEqualTo(45);
        assertThat(viewport.share()).isEqualTo(0.5);
        assertThat(viewport.visibleShare()).isEqualTo(0.1);
        viewport.scrollTo(1);
        assertThat(viewport.following()).isTrue();
    }

    @Test
    void keepsTheTopRowWhenRowsBecomeTaller() {
        viewport.extent(0, 1_000);
        viewport.scrollTo(0.5);
        long top = viewport.top();
        viewport.rowHeight(30);
        assertThat(viewport.top()).isEqualTo(top);
    }

    @Test
    void neverShowsARowThatIsNotThere() {
        Random random = new Random(17);
        long first = 0;
        long end = 0;
        for (int i = 0; i < 20_000; i++) {
            switch (random.nextInt(6)) {
                case 0 -> end += random.nextInt(500);
                case 1 -> first = Math.min(end, first + random.nextInt(500));
                case 2 -> viewport.scrollBy(random.nextInt(4_000) - 2_000);
                case 3 -> viewport.scrollTo(random.nextDouble());
                case 4 -> viewport.resize(random.nextInt(400));
                default -> viewport.follow(random.nextBoolean());
            }
            viewport.extent(first, end);
            assertThat(viewport.top()).as("step %d", i).isBetween(first, end);
            assertThat(viewport.top() + viewport.count()).isLessThanOrEqualTo(end);
            assertThat(viewport.offset()).isBetween(0.0, 20.0);
        }
    }
}
