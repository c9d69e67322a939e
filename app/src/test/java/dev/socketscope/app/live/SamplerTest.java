package dev.socketscope.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.socketscope.app.fake.FakeEngine;
import dev.socketscope.app.fake.FakeTraffic;
import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.Away;
import dev.socketscope.engine.api.Connection.LegStatus;
import dev.socketscope.engine.api.Connection.State;
import dev.socketscope.engine.api.Connection.Survival;
import dev.socketscope.engine.api.Connection.Traffic;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.MessageFault;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplerTest {
    private static final long TICK = 200_000_000;
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private final FakeEngine engine = FakeEngine.empty();
    private final List<String> asked = new ArrayList<>();
    private Sampler sampler = new Sampler(listening(engine), true);
    private long nanos;

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void anIdleEngineGivesTheSameStateAgain() {
        LiveState first = sample();

        for (int i = 0; i < 20; i++) {
            assertThat(sample()).isSameAs(first);
        }
    }

    @Test
    void anEngineRestsSomeSecondsAfterTheLastNews() {
        engine.put(open("ws_1", Traffic.NONE));
        sample();
        assertThat(sampler.rests()).isFalse();

        for (int i = 0; i < 20; i++) {
            sample();
        }
        assertThat(sampler.rests()).isTrue();
    }

    @Test
    void aLiveConnectionGivesANewStateEachSecondSoThatItsAgeCanBeShown() {
        engine.put(open("ws_1", Traffic.NONE));
        LiveState first = sample();

        int changes = 0;
        LiveState last = first;
        for (int i = 0; i < 15; i++) {
            LiveState next = sample();
            changes += next == last ? 0 : 1;
            last = next;
        }
        assertThat(changes).isEqualTo(3);
        assertThat(last.connections()).isSameAs(first.connections());
    }

    @Test
    void whatOnlyPingsChangedIsToldWithTheNextSecond() {
        engine.put(ponged("ws_1", new LegStatus("127.0.0.1:1", 900, 0)));
        sample();
        LiveState second = sample();

        engine.put(ponged("ws_1", new LegStatus("127.0.0.1:1", 1_100, 0)));
        for (int i = 0; i < 3; i++) {
            assertThat(sample()).isSameAs(second);
        }
        sample();
        LiveState next = sample();

        assertThat(next).isNotSameAs(second);
        assertThat(next.connections().getFirst().connection().client().rttMicros()).isEqualTo(1_100);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 900, 0, the first round trip", "900, 0, 900, 1, a missed pong"})
    void whatAPingFoundOutIsToldAtOnce(long before, int missedBefore, long after, int missedAfter, String what) {
        engine.put(ponged("ws_1", new LegStatus("127.0.0.1:1", before, missedBefore)));
        sample();
        LiveState known = sample();

        engine.put(ponged("ws_1", new LegStatus("127.0.0.1:1", after, missedAfter)));

        assertThat(sample()).as(what).isNotSameAs(known);
    }

    @Test
    void aMessageIsToldAtOnce() {
        engine.put(open("ws_1", Traffic.NONE));
        sample();
        LiveState known = sample();

        engine.put(open("ws_1", new Traffic(1, 1, 10)));

        assertThat(sample()).isNotSameAs(known);
    }

    @ParameterizedTest
    @CsvSource({"1, 10, false, a pong", "0, 70000, true, a long message goes on",
            "1, 70000, true, a long message begins"})
    void framesWithoutAMessageAreToldAtOnceWhenTheyAreMoreThanPongs(long frames, long bytes, boolean told,
            String what) {
        engine.put(open("ws_1", new Traffic(1, 0, 70_000)));
        for (int i = 0; i < 22; i++) {
            sample();
        }
        LiveState known = sample();

        engine.put(open("ws_1", new Traffic(1 + frames, 0, 70_000 + bytes)));

        assertThat(sample() != known).as(what).isEqualTo(told);
    }

    @Test
    void anArmedFaultGivesANewStateEachSecondSoThatItsTimeCanBeShown() {
        engine.submit(new Command.ArmFault(Fault.of(new MessageFault.Drop())));

        Set<LiveState> states = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < 15; i++) {
            states.add(sample());
        }

        assertThat(states).hasSize(3);
    }

    @Test
    void ratesAreTheDifferenceOverTheLastTwoSeconds() {
        for (int i = 0; i <= 10; i++) {
            engine.put(open("ws_1", new Traffic(i * 20, i * 20, i * 2_000)));
            sample();
        }
        LiveState state = sample();

        assertThat(state.toClient().messages()).isCloseTo(90.9, within(10.0));
        assertThat(state.connections().getFirst().toClient().bytes()).isCloseTo(9_090, within(1_000.0));
        assertThat(state.connections().getFirst().trend().peak()).isPositive();
    }

    @Test
    void ratesFallBackToNothingWhenTrafficStops() {
        engine.put(open("ws_1", Traffic.NONE));
        sample();
        engine.put(open("ws_1", new Traffic(9, 9, 900)));
        sample();
        LiveState state = sample();
        for (int i = 0; i < 12; i++) {
            state = sample();
        }

        assertThat(state.toClient()).isEqualTo(Rates.NONE);
        assertThat(state.connections().getFirst().trend().peak()).as("the trend still shows it").isPositive();
    }

    @Test
    void anEngineAtRestIsAskedForItsConnectionsOnceASecond() {
        engine.put(open("ws_1", Traffic.NONE));
        for (int i = 0; i < 20; i++) {
            sample();
        }
        asked.clear();
        for (int i = 0; i < 20; i++) {
            sample();
        }

        assertThat(asked).filteredOn("connections"::equals).hasSize(4);
        assertThat(asked).filteredOn("counters"::equals).as("whether something moves").hasSize(20);
    }

    @Test
    void whatOnlyTimeAndPingsChangedWaitsForFiveSecondsWhereNobodyLooks() {
        sampler = new Sampler(listening(engine), false);
        engine.put(ponged("ws_1", new LegStatus("127.0.0.1:1", 900, 0)));
        for (int i = 0; i < 51; i++) {
            sample();
        }
        LiveState rested = sample();
        engine.put(ponged("ws_1", new LegStatus("127.0.0.1:1", 1_100, 0)));
        int samples = 1;
        while (sample() == rested) {
            samples++;
        }

        assertThat(samples).isBetween(5, 25);
        assertThat(sample().connections().getFirst().connection().client().rttMicros()).isEqualTo(1_100);
    }

    @Test
    void whoBeginsToLookIsToldAtOnce() {
        sampler = new Sampler(listening(engine), false);
        engine.put(ponged("ws_1", new LegStatus("127.0.0.1:1", 900, 0)));
        for (int i = 0; i < 52; i++) {
            sample();
        }
        engine.put(ponged("ws_1", new LegStatus("127.0.0.1:1", 1_100, 0)));

        sampler.hurry();

        assertThat(sample().connections().getFirst().connection().client().rttMicros()).isEqualTo(1_100);
    }

    @Test
    void whatCountsDownIsToldEachSecondWhereverSomebodyLooks() {
        sampler = new Sampler(listening(engine), false);
        engine.submit(new Command.ArmFault(Fault.of(new MessageFault.Drop())));

        assertThat(changesInFiveSeconds()).isEqualTo(5);
    }

    @Test
    void aLegThatIsAwayIsToldEachSecondBecauseItsNextAttemptCountsDown() {
        sampler = new Sampler(listening(engine), false);
        Survival away = new Survival(0, 0, 0, 0,
                new Away(Leg.UPSTREAM, NOW, "reset", 1, 10, NOW.plusSeconds(60)), "");
        engine.put(FakeTraffic.carried(open("ws_1", Traffic.NONE), away));
        for (int i = 0; i < 20; i++) {
            sample();
        }

        assertThat(changesInFiveSeconds()).isEqualTo(5);
    }

    @Test
    void whatMovesIsToldAtOnceEvenWhereNobodyLooks() {
        sampler = new Sampler(listening(engine), false);
        engine.put(open("ws_1", Traffic.NONE));
        for (int i = 0; i < 70; i++) {
            sample();
        }

        engine.put(open("ws_1", new Traffic(20, 20, 2_000)));
        LiveState state = sample();

        assertThat(state.connections().getFirst().toClient().messages()).as("over two seconds")
                .isCloseTo(10, within(0.1));
    }

    @Test
    void anEngineWhoseTimeStandsStillIsAskedAgainAndAgain() {
        engine.put(open("ws_1", Traffic.NONE));
        for (int i = 0; i < 22; i++) {
            sample();
        }
        asked.clear();
        for (int i = 0; i < 10 * RateWindow.SLOTS; i++) {
            sampler.sample(nanos, NOW);
        }

        assertThat(asked).filteredOn("connections"::equals).hasSizeGreaterThanOrEqualTo(9);
    }

    @Test
    void whatMovesAfterARestIsToldAtOnceWithTheRateOfTheLastTwoSeconds() {
        engine.put(open("ws_1", Traffic.NONE));
        for (int i = 0; i < 37; i++) {
            sample();
        }

        engine.put(open("ws_1", new Traffic(20, 20, 2_000)));
        LiveState state = sample();

        assertThat(state.toClient().messages()).isCloseTo(10, within(0.1));
        assertThat(state.connections().getFirst().toClient().messages()).isCloseTo(10, within(0.1));
    }

    @Test
    void onlyWhatChangedIsANewObject() {
        engine.put(open("ws_1", Traffic.NONE));
        engine.put(open("ws_2", Traffic.NONE));
        LiveState before = sample();

        engine.put(open("ws_2", new Traffic(1, 1, 10)));
        LiveState after = sample();

        assertThat(after.connections().get(0)).isSameAs(before.connections().get(0));
        assertThat(after.connections().get(1)).isNotSameAs(before.connections().get(1));
    }

    @Test
    void anEndedConnectionIsToldWithItsEvent() {
        engine.put(open("ws_1", Traffic.NONE));
        sample();
        engine.put(FakeTraffic.closed(open("ws_1", Traffic.NONE),
                new CloseInfo(CloseInfo.By.UPSTREAM, CloseInfo.Manner.RST, 1006, "", null)));

        LiveState state = sample();
        assertThat(state.connections().getFirst().connection().live()).isFalse();
        assertThat(state.events().events()).last().isInstanceOf(Event.ConnectionClosed.class);
    }

    @Test
    void olderEventsAreDroppedAndCounted() {
        for (int i = 0; i < RecentEvents.BOUND + 7; i++) {
            engine.tell(seq -> new Event.EngineStarted(seq, NOW, "127.0.0.1:9000"));
        }
        RecentEvents events = sample().events();

        assertThat(events.events()).hasSize(RecentEvents.BOUND);
        assertThat(events.dropped()).isEqualTo(7);
        assertThat(events.events().getFirst().seq()).isEqualTo(7);
    }

    private Engine listening(Engine to) {
        return (Engine) Proxy.newProxyInstance(Engine.class.getClassLoader(), new Class<?>[]{Engine.class},
                (proxy, method, arguments) -> {
                    asked.add(method.getName());
                    return method.invoke(to, arguments);
                });
    }

    private int changesInFiveSeconds() {
        LiveState last = sample();
        int changes = 0;
        for (int i = 0; i < 25; i++) {
            LiveState next = sample();
            changes += next == last ? 0 : 1;
            last = next;
        }
        return changes;
    }

    private LiveState sample() {
        nanos += TICK;
        return sampler.sample(nanos, NOW.plusNanos(nanos));
    }

    private static Connection open(String id, Traffic toClient) {
        return open(id, toClient, LegStatus.NONE);
    }

    private static Connection ponged(String id, LegStatus client) {
        return open(id, Traffic.NONE, client);
    }

    private static Connection open(String id, Traffic toClient, LegStatus client) {
        Connection c = FakeTraffic.connection(id, "/echo", null, 0, State.OPEN);
        return new Connection(c.id(), c.state(), c.path(), c.query(), c.host(), c.subprotocol(), c.route(),
                c.upstreamUri(), c.sandbox(), c.port(), NOW, null, client, c.upstream(), Traffic.NONE, toClient,
                c.survival(), c.faults(), null, c.handshake());
    }
}
