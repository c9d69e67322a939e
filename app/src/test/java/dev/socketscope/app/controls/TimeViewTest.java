package dev.socketscope.app.controls;

import static dev.socketscope.app.controls.TimeView.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeViewTest {
    private final TimeView view = new TimeView(60 * SECOND, 0);

    TimeViewTest() {
        view.now(1_000 * SECOND);
    }

    @Test
    void itFollowsThePresentUntilItIsMoved() {
        view.now(1_005 * SECOND);
        assertThat(view.from()).isEqualTo(945 * SECOND);

        view.pan(-0.5);
        view.now(1_100 * SECOND);
        assertThat(view.to()).isEqualTo(975 * SECOND);
        assertThat(view.following()).isFalse();
    }

    @Test
    void movedBackToThePresentItFollowsAgainAndNeverShowsMoreFuture() {
        view.pan(-0.5);
        view.pan(3);

        assertThat(view.to()).isEqualTo(1_000 * SECOND);
        assertThat(view.following()).isTrue();
    }

    @Test
    void aZoomKeepsThePlaceUnderThePointer() {
        view.pan(-1);
        long place = view.at(25, 100);

        view.zoom(0.5, 0.25);

        assertThat(view.span()).isEqualTo(30 * SECOND);
        assertThat(view.at(25, 100)).isEqualTo(place);
    }

    @Test
    void whileItFollowsAZoomKeepsThePresentAtTheEdge() {
        view.zoom(2, 0.1);

        assertThat(view.to()).isEqualTo(1_000 * SECOND);
        assertThat(view.from()).isEqualTo(880 * SECOND);
    }

    @Test
    void theSpanHasBounds() {
        view.zoom(1e-9, 1);
        assertThat(view.span()).isEqualTo(TimeView.SHORTEST);
        view.zoom(1e18, 1);
        assertThat(view.span()).isEqualTo(TimeView.LONGEST);
    }

    @Test
    void aShareOfTheFutureIsShownWhereItIsAskedFor() {
        TimeView planned = new TimeView(100 * SECOND, 0.2);
        planned.now(1_000 * SECOND);

        assertThat(planned.to()).isEqualTo(1_020 * SECOND);
        assertThat(planned.x(1_000 * SECOND, 500)).isEqualTo(400);
    }

    @Test
    void itIsBehindWhenThePresentHasMovedByWhatCanBeSeen() {
        assertThat(view.behind(1_000 * SECOND, 600)).isFalse();
        assertThat(view.behind(1_000 * SECOND + SECOND / 2, 600)).as("5 pixels").isFalse();
        assertThat(view.behind(1_001 * SECOND, 600)).as("10 pixels").isTrue();
        assertThat(view.behind(1_001 * SECOND, 300)).as("5 pixels").isFalse();
    }

    @Test
    void aViewThatIsHeldIsNeverBehind() {
        view.hold();

        assertThat(view.behind(2_000 * SECOND, 600)).isFalse();
    }
}
