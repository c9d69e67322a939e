package dev.socketscope.engine.scenario;

import static dev.socketscope.engine.story.Told.RESET;
import static dev.socketscope.engine.story.Told.at;
import static dev.socketscope.engine.story.Told.connection;
import static dev.socketscope.engine.story.Told.ended;
import static dev.socketscope.engine.story.Told.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.CloseInfo.By;
import dev.socketscope.engine.api.CloseInfo.Manner;
import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.EndingFault;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.EventPage;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.FaultType;
import dev.socketscope.engine.api.HmrStatus;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.TransportFault;
import dev.socketscope.engine.scenario.Verdict.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What an engine tells, and what becomes of it. */
class WatchTest {
    private static final Expectation BACK = new Expectation.ReconnectsWithin(Duration.ofSeconds(5));
    private static final Expectation NOTICED = new Expectation.DeadPeerNoticedWithin(Duration.ofSeconds(5));
    private static final Expectation ALL_ARRIVED = new Expectation.NoMessageLost();
    private static final Expectation NO_RELOAD = new Expectation.NoReload();
    private static final CloseInfo BY_CLIENT = new CloseInfo(By.CLIENT, Manner.CLOSE_FRAME, 1001, "", null);
    private final Watch watch = new Watch(FaultMatch.ANY.onPath("/a"), at(0), List.of(open("ws_1", "/a", -60)));

    private void events(Event... events) {
        watch.take(new EventPage(0, List.of(events), 0));
    }

    private void see(Connection... connections) {
        watch.see(List.of(connections), List.of());
    }

    private Observation seen(double now) {
        return watch.observe(at(now), Duration.ZERO, Collections.emptySortedMap());
    }

    private Verdict verdict(Expectation expectation, double now) {
        return Judge.verdicts(List.of(expectation), seen(now)).getFirst();
    }

    private static Event.ConnectionClosed closed(String id, double at, CloseInfo how) {
        return new Event.ConnectionClosed(0, at(at), id, how);
    }

    private static Event.ConnectionOpened opened(String id, double at) {
        return new Event.ConnectionOpened(0, at(at), id, 900);
    }

    private static Event.FaultFired fired(String fault, FaultType type, double at) {
        return new Event.FaultFired(0, at(at), "ws_1", fault, type, "");
    }

    @Test
    void aClientThatIsBackIsTimedFromTheFirstEndOfALeg() {
        events(new Event.LegEnded(0, at(1), "ws_1", Leg.CLIENT, Manner.RST, ""), closed("ws_1", 1.4, RESET),
                new Event.HandshakeFailed(0, at(2), "ws_2", 503, ""), opened("ws_3", 4.25));
        see(ended("ws_1", "/a", -60, 1.4, RESET), ended("ws_2", "/a", 2, 2, RESET), open("ws_3", "/a", 4.2));

        Loss loss = seen(9).losses().getFirst();
        assertThat(loss.back()).isEqualTo(Duration.ofMillis(3_250));
        assertThat(loss.attempts()).isEqualTo(2);
        assertThat(loss.by()).isEqualTo(Loss.Healer.CLIENT);
        assertThat(verdict(BACK, 9)).isEqualTo(new Verdict(BACK, Outcome.PASSED, "1 loss, the longest 3.25s"));
    }

    @Test
    void aClientThatStaysAwayFailsOnceTheTimeIsOver() {
        events(closed("ws_1", 1, RESET));
        see(ended("ws_1", "/a", -60, 1, RESET));

        assertThat(verdict(BACK, 4).outcome()).isEqualTo(Outcome.NOT_OBSERVED);
        assertThat(verdict(BACK, 6.5)).isEqualTo(
                new Verdict(BACK, Outcome.FAILED, "ws_1 /a was not back after 5.5s, nobody tried"));
    }

    @Test
    void aLegThatTheEngineBringsBackIsALossToo() {
        events(new Event.UpstreamLost(0, at(1), "ws_1", Manner.FIN, ""),
                new Event.ReconnectFailed(0, at(2), "ws_1", 1, "refused"),
                new Event.UpstreamBack(0, at(8), "ws_1", 2, Duration.ofSeconds(7), 0));

        assertThat(verdict(BACK, 9)).isEqualTo(
                new Verdict(BACK, Outcome.FAILED, "ws_1 /a was back after 7s, 2 attempts"));
        assertThat(seen(9).losses().getFirst().by()).isEqualTo(Loss.Healer.ENGINE);
    }

    @Test
    void whatTheClientWantedIsNoLossAndWithoutALossNothingIsProved() {
        events(closed("ws_1", 1, BY_CLIENT));
        see(ended("ws_1", "/a", -60, 1, BY_CLIENT));

        assertThat(verdict(BACK, 9)).isEqualTo(new Verdict(BACK, Outcome.NOT_OBSERVED, "no connection was lost"));
    }

    @Test
    void closeCodesAreThoseOfAllButOrderlyClients() {
        Expectation goingAway = new Expectation.ClosesWith(List.of(1012));
        events(closed("ws_1", 1, BY_CLIENT));
        see(ended("ws_1", "/a", -60, 1, BY_CLIENT));
        assertThat(verdict(goingAway, 9).outcome()).isEqualTo(Outcome.NOT_OBSERVED);

        CloseInfo restart = new CloseInfo(By.UPSTREAM, Manner.CLOSE_FRAME, 1012, "", null);
        events(opened("ws_2", 2), closed("ws_2", 3, restart));
        see(ended("ws_2", "/a", 2, 3, restart));
        assertThat(verdict(goingAway, 9).passed()).isTrue();

        events(opened("ws_3", 4), closed("ws_3", 5, RESET));
        see(ended("ws_3", "/a", 4, 5, RESET));
        assertThat(verdict(goingAway, 9).observed()).isEqualTo("ws_3 /a ended with 1006 (upstream, rst)");
    }

    @Test
    void silenceBeginsWithTheFaultAndEndsWhenSomebodyNotices() {
        watch.known("flt_1", Fault.of(new TransportFault.BlackHole()).during(Duration.ofSeconds(1), null));
        events(new Event.FaultArmed(0, at(1), "flt_1", FaultType.BLACK_HOLE, ""),
                fired("flt_1", FaultType.BLACK_HOLE, 3), fired("flt_1", FaultType.BLACK_HOLE, 3.5),
                new Event.UpstreamLost(0, at(6), "ws_1", Manner.SILENCE, ""));

        assertThat(seen(9).deadPeers()).singleElement().satisfies(peer -> {
            assertThat(peer.noticed()).isEqualTo(Duration.ofSeconds(4));
            assertThat(peer.how()).isEqualTo("keep-alive gave the upstream up");
        });
        assertThat(verdict(NOTICED, 9).passed()).isTrue();
    }

    @Test
    void whatAFaultHasEndedNobodyHasNoticed() {
        events(fired("flt_1", FaultType.SWALLOW_PONG, 1), fired("flt_2", FaultType.DISCONNECT, 3),
                closed("ws_1", 3, RESET));

        assertThat(verdict(NOTICED, 9).observed()).isEqualTo("ws_1 /a was silent for no longer than 2s");
    }

    @Test
    void silenceThatNobodyNoticesInTimeFails() {
        events(fired("flt_1", FaultType.SWALLOW_PONG, 1));

        assertThat(verdict(NOTICED, 3).outcome()).isEqualTo(Outcome.NOT_OBSERVED);
        assertThat(verdict(NOTICED, 7).observed()).isEqualTo("ws_1 /a was silent, and nobody noticed, for 6s");
    }

    @Test
    void messagesAreCountedByWhatTookThem() {
        watch.known("flt_3", Fault.of(new EndingFault.Disconnect(Legs.BOTH,
                Mode.FIN, 1001, "")).on(FaultMatch.ANY.saying("bye")));
        events(new Event.MessagesDropped(0, at(1), "ws_1", Direction.TO_CLIENT, 4, "buffer.maxAge"),
                new Event.MessagesDropped(0, at(1), "ws_other", Direction.TO_CLIENT, 100, "buffer.maxAge"),
                fired("flt_2", FaultType.DROP, 1), fired("flt_2", FaultType.DROP, 2),
                fired("flt_3", FaultType.DISCONNECT, 3));

        assertThat(verdict(ALL_ARRIVED, 9).observed())
                .isEqualTo("7 messages lost: 4 (buffer.maxAge), 1 (taken by disconnect), 2 (taken by drop)");
    }

    @Test
    void whatNobodyCanCountIsNoPass() {
        assertThat(verdict(ALL_ARRIVED, 9).passed()).isTrue();
        events(fired("flt_1", FaultType.BLACK_HOLE, 1), fired("flt_2", FaultType.LATENCY, 1),
                new Event.FaultDisarmed(0, at(2), "flt_2", FaultType.LATENCY, "", Event.DisarmReason.USER),
                closed("ws_1", 3, RESET));

        assertThat(verdict(ALL_ARRIVED, 9)).isEqualTo(new Verdict(ALL_ARRIVED, Outcome.NOT_OBSERVED,
                "nobody can count what was kept back when a connection was lost: by black-hole on 1 connection"));
    }

    @Test
    void reloadsAreThoseThatPagesWereToldAndThoseThatCanBeConcluded() {
        assertThat(verdict(NO_RELOAD, 9).passed()).isTrue();
        events(new Event.GapSettled(0, at(1), "ws_1", "vite", Event.Settlement.RELOAD, "restarted"));
        watch.see(List.of(), List.of(pageTold(at(1.1)), pageTold(at(-5)), pageTold(at(7))));
        assertThat(seen(9).reloads()).extracting(Reload::at).as("once for one").containsExactly(at(1), at(7));

        see(connection("ws_1", "/a", -60, at(8), BY_CLIENT, "webpack"),
                connection("ws_2", "/a", 9, null, null, "webpack"));
        events(closed("ws_1", 8, BY_CLIENT), opened("ws_2", 9));
        assertThat(seen(9).reloads()).extracting(Reload::how).endsWith("the page was left and came again");
    }

    private static HmrStatus pageTold(Instant at) {
        return new HmrStatus("ws_1", "vite", List.of(), false,
                List.of(new HmrStatus.Change(at, "full-reload", "*", null, HmrStatus.Outcome.NOT_TRACKED)), null);
    }

    @Test
    void withoutAConnectionEverythingFails() {
        Watch empty = new Watch(FaultMatch.ANY.onPath("/b"), at(0), List.of(open("ws_1", "/a", -60)));
        Observation nothing = empty.observe(at(9), Duration.ZERO, new TreeMap<>());
        List<Expectation> all = List.of(BACK, NOTICED, ALL_ARRIVED, NO_RELOAD,
                new Expectation.ClosesWith(List.of(1001)),
                new Expectation.Metric("a_total", Expectation.Comparison.EQUAL, 0));

        assertThat(Judge.verdicts(all, nothing)).hasSize(6)
                .allMatch(v -> v.outcome() == Outcome.FAILED
                        && v.observed().equals("no connection"));
    }

    @Test
    void whoHasMissedEventsClaimsNothing() {
        watch.take(new EventPage(3, List.of(), 0));

        assertThat(verdict(NO_RELOAD, 9)).isEqualTo(new Verdict(NO_RELOAD, Outcome.NOT_OBSERVED,
                "no reload, but 3 events of the engine had been dropped before they could be read"));
    }

    @Test
    void metricsAreComparedAndMissingOnesAreSaid() {
        Expectation few = new Expectation.Metric("a_total", Expectation.Comparison.LESS, 3);
        Observation seen = watch.observe(at(9), Duration.ZERO, new TreeMap<>(Map.of("a_total", 3.0)));

        assertThat(Judge.verdicts(List.of(few), seen)).containsExactly(new Verdict(few, Outcome.FAILED, "3"));
        assertThat(verdict(few, 9)).isEqualTo(
                new Verdict(few, Outcome.NOT_OBSERVED, "the engine has no such metric, or none can be read of it"));
    }
}
