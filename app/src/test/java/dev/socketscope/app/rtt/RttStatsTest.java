package dev.socketscope.app.rtt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.app.controls.ChartPoints;
import dev.socketscope.app.controls.ChartWindow;
import dev.socketscope.app.fake.FakeEngine;
import dev.socketscope.app.fake.FakeTraffic;
import dev.socketscope.app.live.LiveState;
import dev.socketscope.app.live.Rates;
import dev.socketscope.app.live.Readings;
import dev.socketscope.app.live.RecentEvents;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.State;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.FaultType;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RttStatsTest {
    private static final Instant AT = Instant.ofEpochSecond(100);

    @Test
    void percentilesAreNearestRanksOfWhatIsInSight() {
        ChartPoints points = new ChartPoints(1_000);
        for (int i = 1; i <= 200; i++) {
            points.add(i, i);
        }
        points.add(201, Double.NaN);

        assertThat(RttStats.of(List.of(points), 101, 1_000)).isEqualTo(new RttStats(150, 199, 100, 1));
    }

    @Test
    void nothingInSightHasNoPercentiles() {
        RttStats none = RttStats.of(List.of(new ChartPoints(5)), 0, 10);

        assertThat(none.p50()).isNaN();
        assertThat(none.answered()).isZero();
    }

    @Test
    void aFaultIsShadedFromArmingToDisarmingWhereItTouchedAConnection() {
        Connection touched = FakeTraffic.connection("ws_1", "/a", null, 5, State.OPEN);
        Connection other = FakeTraffic.connection("ws_2", "/a", null, 5, State.OPEN);
        List<Event> events = List.of(new Event.FaultArmed(0, AT, "flt_1", FaultType.LATENCY, ""),
                new Event.FaultFired(1, AT.plusSeconds(1), "ws_1", "flt_1", FaultType.LATENCY, ""),
                new Event.FaultDisarmed(2, AT.plusSeconds(9), "flt_1", FaultType.LATENCY, "",
                        Event.DisarmReason.USER));

        assertThat(FaultWindows.of(state(events), List.of(touched)))
                .containsExactly(new ChartWindow(100_000_000, 109_000_000, "latency"));
        assertThat(FaultWindows.of(state(events), List.of(other))).isEmpty();
    }

    @Test
    void onlySoManyConnectionsAreReadAndOthersForgotten() {
        FakeEngine engine = FakeEngine.busy(1);
        List<Connection> twelve = java.util.stream.IntStream.range(0, 12)
                .mapToObj(i -> FakeTraffic.connection("ws_" + i, "/p", null, 60, State.OPEN))
                .peek(engine::put)
                .toList();
        RttFeed feed = new RttFeed(engine);

        List<LegLine> lines = feed.read(twelve);
        assertThat(lines).hasSize(2 * RttFeed.MOST).allSatisfy(line -> assertThat(line.points().size()).isPositive());
        int before = lines.getFirst().points().size();
        assertThat(feed.read(twelve).getFirst().points().size()).as("nothing is read twice")
                .isBetween(before,
                        before + 2);
        engine.close();
    }

    private static LiveState state(List<Event> events) {
        return new LiveState(AT, LiveState.NOTHING.counters(), Rates.NONE, Rates.NONE, List.of(),
                new RecentEvents(0, events), Readings.NONE);
    }
}
