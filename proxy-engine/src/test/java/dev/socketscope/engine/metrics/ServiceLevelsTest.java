package dev.socketscope.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.socketscope.engine.api.ServiceLevel;
import dev.socketscope.engine.api.ServiceLevel.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ServiceLevelsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;
    /** A clock that overflows soon after the start, as {@code nanoTime} may. */
    private static final long START = Long.MAX_VALUE - 90 * SECOND;

    private final ServiceLevels levels = new ServiceLevels(START);
    private final Histogram latency = new Histogram();
    private final List<Alerts.Change> changes = new ArrayList<>();
    private long now;
    private long opened;
    private long failed;
    private long reconnections;
    private long open;
    private long pings;
    private long missedPongs;

    @Test
    void anEngineThatDidNothingHasNoFiguresAndNoAlerts() {
        assertThat(levels.levels()).extracting(ServiceLevel::kind).containsExactly(Kind.values());

        pass(2 * HOUR);

        assertThat(levels.levels()).extracting(ServiceLevel::kind).containsExactly(Kind.values());
        assertThat(levels.levels()).allSatisfy(level -> {
            assertThat(level.value()).isNaN();
            assertThat(level.samples()).isZero();
            assertThat(level.good()).isTrue();
        });
        assertThat(changes).isEmpty();
    }

    @Test
    void oneReconnectionInTheFirstMinuteIsOneAnHour() {
        open = 1;
        pass(5);
        reconnections = 1;
        pass(MINUTE);

        assertThat(level(Kind.RECONNECTIONS).value()).isEqualTo(1);
        assertThat(changes).isEmpty();
    }

    @Test
    void sixOfOneConnectionAreAnAlertAtOnceWhichEndsWhenTheyAreAnHourAgo() {
        open = 1;
        pass(5);
        reconnections = 6;
        pass(HOUR - 10);

        assertThat(changes).containsExactly(new Alerts.Change(Kind.RECONNECTIONS, true, 6));
        assertThat(level(Kind.RECONNECTIONS).alerting()).isTrue();

        pass(2 * MINUTE);

        assertThat(level(Kind.RECONNECTIONS).value()).isZero();
        assertThat(changes).containsExactly(new Alerts.Change(Kind.RECONNECTIONS, true, 6),
                new Alerts.Change(Kind.RECONNECTIONS, false, 0));
    }

    @Test
    void aHundredConnectionsThatReconnectOnceAreOneAnHour() {
        open = 100;
        pass(5);
        reconnections = 100;
        pass(5);

        assertThat(level(Kind.RECONNECTIONS).value()).isEqualTo(1);
        assertThat(changes).isEmpty();
    }

    @Test
    void failedUpgradesRaiseAnAlertOnlyWhenThereWereEnough() {
        opened = 10;
        failed = 9;
        pass(MINUTE);
        assertThat(changes).isEmpty();

        opened = 11;
        pass(MINUTE);

        assertThat(level(Kind.CONNECTION_SUCCESS)).isEqualTo(new ServiceLevel(Kind.CONNECTION_SUCCESS, 55, 20, true));
        assertThat(changes).containsExactly(new Alerts.Change(Kind.CONNECTION_SUCCESS, true, 55));
    }

    @Test
    void slowMessagesAreForgottenAfterAnHour() {
        messages(970, 1_000);
        messages(30, 600_000);
        pass(HOUR - 10);
        assertThat(level(Kind.MESSAGE_LATENCY).value()).isCloseTo(600, within(10.0));
        assertThat(level(Kind.MESSAGE_LATENCY).alerting()).isTrue();

        messages(100, 2_000);
        pass(2 * MINUTE);

        assertThat(level(Kind.MESSAGE_LATENCY).value()).isCloseTo(2, within(0.04));
        assertThat(level(Kind.MESSAGE_LATENCY).samples()).isEqualTo(100);
        assertThat(changes).extracting(Alerts.Change::raised).containsExactly(true, false);
    }

    @Test
    void aPongThatIsMissedAfterTheHourOfItsPingDoesNotMakeMoreThanAllFail() {
        pings = 100;
        pass(MINUTE);
        pass(HOUR);
        missedPongs = 3;
        pass(MINUTE);

        assertThat(level(Kind.PING_PONG).value()).isZero();
        assertThat(level(Kind.PING_PONG).samples()).isEqualTo(3);
    }

    @Test
    void oneMissedPongOfAHundredIsNoAlertThreeAre() {
        pings = 100;
        missedPongs = 1;
        pass(MINUTE);
        assertThat(level(Kind.PING_PONG).value()).isEqualTo(99);
        assertThat(level(Kind.PING_PONG).good()).isFalse();
        assertThat(changes).isEmpty();

        missedPongs = 3;
        pass(MINUTE);

        assertThat(changes).containsExactly(new Alerts.Change(Kind.PING_PONG, true, 97));
    }

    @Test
    void aFigureCoversTheLastHourAndAtMostAMinuteMore() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        NavigableMap<Long, Long> failedAt = new TreeMap<>();
        while (now < 4 * HOUR) {
            failed += random.nextInt(10) == 0 ? random.nextInt(4) : 0;
            observeAfter(1 + random.nextInt(40));
            failedAt.put(now, failed);
            if (now > HOUR + 3 * MINUTE) {
                // A slot ends with the first reading after its minute, here up to 40 s later.
                assertThat(level(Kind.CONNECTION_SUCCESS).samples()).as("at %d s seed %d", now, seed)
                        .isBetween(failed - failedAt.floorEntry(now - HOUR).getValue(),
                                failed - failedAt.floorEntry(now - HOUR - 100).getValue());
            }
        }
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            observeAfter(1);
        }
    }

    private void observeAfter(int seconds) {
        now += seconds;
        changes.addAll(levels.observe(START + now * SECOND,
                new Reading(opened, failed, reconnections, open, pings, missedPongs, latency.snapshot())));
    }

    private void messages(int count, long micros) {
        for (int i = 0; i < count; i++) {
            latency.record(micros);
        }
    }

    private ServiceLevel level(Kind kind) {
        return levels.levels().get(kind.ordinal());
    }
}
