package dev.socketscope.app.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.app.overview.LevelScale.Grade;
import dev.socketscope.engine.api.ServiceLevel.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LevelScaleTest {
    @ParameterizedTest
    @EnumSource
    void targetAndAlertAreInsideWhateverTheValuesAre(Kind kind) {
        LevelScale scale = LevelScale.of(kind, kind.target(), kind.target());

        assertThat(scale.share(kind.target())).isBetween(0.05, 0.95);
        assertThat(scale.share(kind.alert())).isBetween(0.05, 0.95).isNotEqualTo(scale.share(kind.target()));
    }

    @ParameterizedTest
    @EnumSource
    void gradesFollowTargetAndAlert(Kind kind) {
        double better = kind.higherIsBetter() ? 0.01 : -0.01;

        assertThat(LevelScale.grade(kind, kind.target() + better)).isEqualTo(Grade.GOOD);
        assertThat(LevelScale.grade(kind, (kind.target() + kind.alert()) / 2)).isEqualTo(Grade.MISSED);
        assertThat(LevelScale.grade(kind, kind.alert() - better)).isEqualTo(Grade.ALARMING);
    }

    @ParameterizedTest
    @EnumSource
    void extremesStayInThePicture(Kind kind) {
        LevelScale scale = LevelScale.of(kind, 0, 10_000);

        assertThat(scale.share(0)).isBetween(0.0, 1.0);
        assertThat(scale.share(10_000)).isBetween(0.5, 1.0);
    }
}
