package dev.socketscope.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleScaleTest {
    private final ScheduleScale scale = new ScheduleScale();

    @ParameterizedTest
    @CsvSource({"0, 0 s", "1500, 1.5 s", "59999, 59.999 s", "60000, 1:00", "61500, 1:01.5", "3600000, 1:00:00"})
    void momentsAreWrittenShort(long millis, String text) {
        assertThat(ScheduleScale.text(millis)).isEqualTo(text);
    }

    @Test
    void draggingSnapsToWhatCanBeToldApartAtThisZoom() {
        scale.width(1_000);
        scale.fit(10_000);
        assertThat(scale.snap()).isEqualTo(50);
        assertThat(scale.snapped(1_234)).isEqualTo(1_250);

        scale.fit(100_000);
        assertThat(scale.snap()).isEqualTo(500);
        assertThat(scale.snapped(-40)).isZero();
    }

    @Test
    void zoomingKeepsThePlaceUnderThePointerAndNeverShowsWhatIsBeforeTheStart() {
        scale.width(1_000);
        scale.fit(10_000);
        scale.zoom(0.5, 600);
        assertThat(scale.at(600)).isEqualTo(6_000);

        scale.zoom(8, 600);
        assertThat(scale.at(0)).isZero();
        scale.pan(-500);
        assertThat(scale.at(0)).isZero();
    }

    @Test
    void ticksAreRoundAndFarEnoughApart() {
        scale.width(1_000);
        scale.fit(16_800);

        assertThat(scale.ticks()).startsWith(0L, 2_000L, 4_000L).hasSizeLessThan(16);
    }
}
