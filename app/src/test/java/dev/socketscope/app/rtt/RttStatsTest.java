package dev.socketscope.app.rtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.socketscope.app.controls.ChartPoints;
import dev.socketscope.app.controls.ChartWindow;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.fake.FakeEngine;
import dev.socketscope.app.fake.FakeTraffic;
import dev.socketscope.app.live.LiveState;
import dev.socketscope.app.live.Rates;
import dev.socketscope.app.live.Readings;
import dev.socketscope.app.live.RecentEvents;
import dev.socketscope.engine.api.ArmedFault;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.State;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultStatus;
import dev.socketscope.engine.api.FaultType;
import dev.socketscope.engine.api.MessageFault;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
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

        assertThat(RttStats.of(List.of(points), 101, 1_000)).isEqualTo(new RttStats(150, 190, 195, 199, 200, 100, 1));
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
                .containsExactly(new ChartWindow(100_000_000, 109_000_000, "latency",
                        "flt_1 latency armed from " + Units.clock(AT) + " to " + Units.clock(AT.plusSeconds(9))
                                + ", fired 1 times"));
        assertThat(FaultWindows.of(state(events), List.of(other))).isEmpty();
    }

    @Test
    void aFaultThatIsArmedSaysSinceWhenAndHowOftenTheEngineSawItFire() {
        Connection touched = FakeTraffic.connection("ws_1", "/a", null, 5, State.OPEN);
        ArmedFault armed = new ArmedFault("flt_7", Fault.of(new MessageFault.Drop()).called("lossy"), AT);
        List<Event> events = List.of(new Event.FaultFired(1, AT, "ws_1", "flt_7", FaultType.DROP, ""));
        Readings readings = new Readings(List.of(), List.of(), List.of(new FaultStatus(armed, 12, AT, null)),
                Readings.NONE.interception());

        assertThat(FaultWindows.of(state(events, readings), List.of(touched)))
                .extracting(ChartWindow::label, ChartWindow::text)
                .containsExactly(tuple("lossy",
                        "flt_7 drop “lossy” armed since " + Units.clock(AT) + ", fired 12 times"));
    }

    @Test
    void aConnectionKeepsItsColourWhenOthersComeAndGo() {
        FakeEngine engine = FakeEngine.busy(1);
        RttFeed feed = new RttFeed(engine);
        List<Connection> three = Stream.of("ws_a", "ws_b", "ws_c")
                .map(id -> FakeTraffic.connection(id, "/p", null, 60, State.OPEN))
                .toList();
        three.forEach(engine::put);

        assertThat(feed.read(three)).extracting(LegLine::place).containsExactly(0, 0, 1, 1, 2, 2);
        feed.read(three.subList(1, 3));
        assertThat(feed.read(three.subList(1, 3))).extracting(LegLine::place).containsExactly(1, 1, 2, 2);
        assertThat(feed.read(three)).as("the place that is free is taken")
                .extracting(LegLine::place)
                .containsExactly(0, 0, 1, 1, 2, 2);
        engine.close();
    }

    @Test
    void figuresAreATableForOtherPrograms() {
        RttLine line = new RttLine("ws_1 CLIENT", "/a, b ws_1 client", 0, true, false,
                new RttStats(1.5, 2, 2.25, 3, 4, 7, 1));
        RttLine silent = new RttLine("ws_2 CLIENT", "/b ws_2 client", 1, true, true,
                RttStats.of(List.of(), 0, 1));

        assertThat(RttLine.csv(List.of(line, silent))).isEqualTo("""
                series,answered,missed,p50 ms,p90 ms,p95 ms,p99 ms,max ms\r
                "/a, b ws_1 client",7,1,1.500,2.000,2.250,3.000,4.000\r
                /b ws_2 client,0,0,,,,,\r
                """);
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
        return state(events, Readings.NONE);
    }

    private static LiveState state(List<Event> events, Readings readings) {
        return new LiveState(AT, LiveState.NOTHING.counters(), Rates.NONE, Rates.NONE, List.of(),
                new RecentEvents(0, events), readings);
    }
}
