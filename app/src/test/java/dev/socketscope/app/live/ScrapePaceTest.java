package dev.socketscope.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScrapePaceTest {
    private boolean rests = true;
    private final ScrapePace pace = new ScrapePace(() -> rests);

    @Test
    void everyMomentIsUsedWhileSomebodyLooks() {
        assertThat(four()).containsOnly(true);
    }

    @Test
    void everyOtherOneIsLeftOutWhileNobodyLooksAndNothingHappens() {
        pace.watched(false);

        assertThat(four()).containsExactly(false, true, false, true);
    }

    @Test
    void everyMomentIsUsedWhileSomethingHappens() {
        pace.watched(false);
        rests = false;

        assertThat(four()).containsOnly(true);
    }

    @Test
    void whoeverComesToLookGetsTheNextOne() {
        pace.watched(false);
        pace.due();
        pace.due();

        pace.watched(true);

        assertThat(four()).containsOnly(true);
    }

    private List<Boolean> four() {
        return Stream.generate(pace::due).limit(4).toList();
    }
}
