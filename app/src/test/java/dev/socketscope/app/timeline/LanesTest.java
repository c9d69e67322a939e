package dev.socketscope.app.timeline;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.app.controls.Units;
import dev.socketscope.app.fake.FakeTraffic;
import dev.socketscope.app.timeline.Piece.Kind;
import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.Away;
import dev.socketscope.engine.api.Connection.State;
import dev.socketscope.engine.api.Connection.Survival;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Leg;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanesTest {
    private static final Instant T = Instant.parse("2026-11-01T12:00:00Z");
    private static final CloseInfo RESET = new CloseInfo(CloseInfo.By.UPSTREAM, CloseInfo.Manner.RST, 1006, "", null);

    @Test
    void aLossIsToldWithWaitsAttemptsAndTheReturn() {
        Connection connection = FakeTraffic.openedAt(FakeTraffic.connection("ws_1", "/a", null, 0, State.OPEN), T);
        List<Event> events = List.of(
                new Event.UpstreamLost(0, at(10), "ws_1", CloseInfo.Manner.RST, ""),
                planned(1, at(10), 1, 1), new Event.ReconnectFailed(2, at(11.5), "ws_1", 1, "refused"),
                planned(3, at(11.5), 2, 2),
                new Event.UpstreamBack(4, at(13.7), "ws_1", 2, Duration.ofMillis(3_700), 5));

        Lane lane = Lanes.of(events, List.of(connection)).getFirst();

        assertThat(lane.pieces()).extracting(Piece::kind)
                .containsExactly(Kind.OPEN, Kind.LOST, Kind.WAITING, Kind.ATTEMPT, Kind.LOST, Kind.WAITING,
                        Kind.ATTEMPT, Kind.OPEN);
        assertThat(lane.pieces().get(3).from()).isEqualTo(at(11));
        assertThat(lane.pieces().getLast().from()).isEqualTo(at(13.7));
        assertThat(lane.pieces().getLast().to()).as("goes on").isNull();
        for (int i = 1; i < lane.pieces().size(); i++) {
            assertThat(lane.pieces().get(i).from()).as("piece %d", i).isEqualTo(lane.pieces().get(i - 1).to());
        }
    }

    @Test
    void anAttemptTellsItsPlanAndWhatCameOfItWhen() {
        Connection connection = FakeTraffic.openedAt(FakeTraffic.connection("ws_1", "/a", null, 0, State.OPEN), T);
        Event planned = new Event.ReconnectPlanned(1, at(10), "ws_1", 1, 10, at(11.2), Duration.ofSeconds(1),
                Duration.ofMillis(400));
        String plan = "planned " + Units.clock(at(11.2)) + ", with jitter between " + Units.clock(at(11)) + " and "
                + Units.clock(at(11.4));

        Lane late = Lanes.of(List.of(planned, new Event.ReconnectFailed(2, at(11.51), "ws_1", 1, "refused")),
                List.of(connection)).getFirst();
        assertThat(late.pieces()).extracting(Piece::text)
                .contains("waiting for attempt 1 of 10, 1.2 s\n" + plan,
                        "attempt 1\n" + plan + ", came 0.31 s later",
                        "attempt 1 failed: refused\n" + plan + ", came 0.31 s later");

        Lane retriedNow = Lanes.of(List.of(planned,
                new Event.UpstreamBack(2, at(10.7), "ws_1", 1, Duration.ofMillis(700), 3)), List.of(connection))
                .getFirst();
        assertThat(retriedNow.pieces().getLast().text()).endsWith("\n" + plan + ", came 0.50 s earlier");
    }

    @Test
    void thePlannedAttemptHasItsJitterRange() {
        Away away = new Away(Leg.UPSTREAM, at(10), "reset", 4, 10, at(19));
        Connection connection = FakeTraffic.carried(
                FakeTraffic.openedAt(FakeTraffic.connection("ws_1", "/a", null, 0, State.OPEN), T),
                new Survival(3, 0, 0, 0, away, "off"));
        Event planned = new Event.ReconnectPlanned(0, at(10), "ws_1", 4, 10, at(19), Duration.ofSeconds(8),
                Duration.ofMillis(2_400));

        Lane lane = Lanes.of(List.of(planned), List.of(connection)).getFirst();

        Plan plan = requireNonNull(lane.plan());
        assertThat(plan).isEqualTo(new Plan("ws_1", 4, 10, at(18), at(20.4), at(19)));
        assertThat(LaneDrawing.label(plan, at(10))).isEqualTo("#4 in 8–11 s");
        assertThat(LaneDrawing.label(plan, at(30))).isEqualTo("attempt 4 overdue by 9 s");
    }

    @Test
    void aClientThatComesAgainIsOneStoryAndOthersAreNot() {
        Connection first = ended("ws_1", "/a", 0, 10);
        Connection again = ended("ws_2", "/a", 11, 11.2);
        Connection elsewhere = ended("ws_3", "/b", 11.5, 12);
        Connection later = ended("ws_4", "/a", 200, 201);

        List<Lane> lanes = Lanes.of(List.of(), List.of(first, again, elsewhere, later));

        assertThat(lanes).extracting(Lane::connections)
                .containsExactlyInAnyOrder(List.of("ws_1", "ws_2"), List.of("ws_3"), List.of("ws_4"));
    }

    @Test
    void losingALegComesFirst() {
        Connection away = FakeTraffic.carried(FakeTraffic.connection("ws_old", "/a", null, 900, State.OPEN),
                new Survival(0, 0, 0, 0, new Away(Leg.CLIENT, T, "", 0, 0, null), "off"));
        Connection open = FakeTraffic.connection("ws_new", "/b", null, 5, State.OPEN);

        assertThat(Lanes.of(List.of(), List.of(away, open))).extracting(Lane::newest)
                .containsExactly("ws_old", "ws_new");
    }

    private static Event planned(long seq, Instant at, int attempt, int seconds) {
        return new Event.ReconnectPlanned(seq, at, "ws_1", attempt, 10, at.plusSeconds(seconds),
                Duration.ofSeconds(seconds), Duration.ZERO);
    }

    private static Connection ended(String id, String path, double from, double to) {
        return FakeTraffic.closed(FakeTraffic.openedAt(FakeTraffic.connection(id, path, null, 0, State.OPEN), at(from)),
                RESET, at(to));
    }

    private static Instant at(double seconds) {
        return T.plusMillis(Math.round(seconds * 1_000));
    }
}
