package dev.socketscope.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.ServiceLevel.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AlertsTest {
    private static final long MANY = 10_000;

    private final Alerts alerts = new Alerts();

    @ParameterizedTest
    @CsvSource({"CONNECTION_SUCCESS, 94.9, 95", "RECONNECTIONS, 5.1, 5", "MESSAGE_LATENCY, 501, 500",
            "PING_PONG, 97.9, 98"})
    void isRaisedOnceByAValueThatStaysBeyondTheThreshold(Kind kind, double beyond, double on) {
        assertThat(observe(kind, on, 100)).as("the threshold itself is not beyond").isEmpty();
        assertThat(observe(kind, beyond, 2)).isEmpty();
        assertThat(observe(kind, beyond, 1)).containsExactly(new Alerts.Change(kind, true, beyond));
        assertThat(observe(kind, beyond, 1_000)).isEmpty();
        assertThat(alerts.alerting(kind)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"CONNECTION_SUCCESS, 90, 95.9, 96", "RECONNECTIONS, 9, 4.1, 4", "MESSAGE_LATENCY, 900, 401, 400",
            "PING_PONG, 90, 98.4, 98.5"})
    void isClearedOnceByAValueThatStaysWellBack(Kind kind, double bad, double almost, double back) {
        observe(kind, bad, 3);

        assertThat(observe(kind, almost, 1_000)).isEmpty();
        assertThat(observe(kind, back, 4)).isEmpty();
        assertThat(observe(kind, back, 1)).containsExactly(new Alerts.Change(kind, false, back));
        assertThat(observe(kind, back, 1_000)).isEmpty();
        assertThat(alerts.alerting(kind)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"CONNECTION_SUCCESS, 0, 20", "MESSAGE_LATENCY, 9000, 100", "PING_PONG, 0, 50"})
    void aFigureThatStandsOnTooLittleRaisesNothing(Kind kind, double bad, long enough) {
        for (int i = 0; i < 100; i++) {
            assertThat(alerts.observe(kind, bad, enough - 1)).isEmpty();
        }
        alerts.observe(kind, bad, enough);
        alerts.observe(kind, bad, enough);

        assertThat(alerts.observe(kind, bad, enough)).isPresent();
    }

    @Test
    void noMinimumLetsASingleFailureDecide() {
        assertThat(Kind.CONNECTION_SUCCESS.isAlarming(100.0 * 19 / 20)).isFalse();
        assertThat(Kind.PING_PONG.isAlarming(100.0 * 49 / 50)).isFalse();
        assertThat(Percentile.rank(99, 100)).isLessThan(100);
    }

    @Test
    void anAlertEndsWhenForAnHourNothingWasMeasured() {
        observe(Kind.PING_PONG, 50, 3);

        assertThat(observe(Kind.PING_PONG, Double.NaN, 5)).singleElement()
                .satisfies(change -> assertThat(change.raised()).isFalse());
    }

    @Test
    void nothingMeasuredRaisesNothing() {
        for (Kind kind : Kind.values()) {
            assertThat(observe(kind, Double.NaN, 100)).isEmpty();
        }
    }

    @Test
    void kindsDoNotTouchEachOther() {
        observe(Kind.PING_PONG, 50, 2);
        observe(Kind.CONNECTION_SUCCESS, 100, 9);

        assertThat(observe(Kind.PING_PONG, 50, 1)).hasSize(1);
        assertThat(alerts.alerting(Kind.CONNECTION_SUCCESS)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aWalkAroundTheThresholdNeverRaisesTwiceAndSwitchesSeldom(Kind kind) {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        double band = Math.abs(kind.target() - kind.alert());
        List<Integer> at = new ArrayList<>();
        boolean raised = false;
        double value = kind.alert();
        for (int i = 0; i < 20_000; i++) {
            // Pulled back to the threshold, so that it crosses both ways all the time.
            value += 0.2 * (kind.alert() - value) + band * random.nextGaussian() * 0.2;
            Optional<Alerts.Change> change = alerts.observe(kind, value, MANY);
            if (change.isPresent()) {
                assertThat(change.get().raised()).as("observation %d seed %d", i, seed).isNotEqualTo(raised);
                raised = change.get().raised();
                at.add(i);
            }
            assertThat(alerts.alerting(kind)).as("observation %d seed %d", i, seed).isEqualTo(raised);
        }

        assertThat(at).as("a walk that switches, seed %d", seed).hasSizeGreaterThan(10);
        // 21 switches have 20 gaps, ten of at least 5 and ten of at least 3: they do not fit into 80 observations.
        for (int i = 0; i + 20 < at.size(); i++) {
            assertThat(at.get(i + 20) - at.get(i)).as("switch %d seed %d", i, seed).isGreaterThanOrEqualTo(80);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWalkBetweenTheThresholdAndTheWayBackSwitchesNothing(Kind kind) {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        double bad = kind.alert() - (kind.target() - kind.alert());
        observe(kind, bad, 3);
        for (int i = 0; i < 5_000; i++) {
            double value = kind.alert() + (kind.target() - kind.alert()) * random.nextDouble(-0.25, 0.249);
            assertThat(alerts.observe(kind, value, MANY)).as("%s %s seed %d", kind, value, seed).isEmpty();
        }
        assertThat(alerts.alerting(kind)).isTrue();
    }

    @Test
    void aChangeIsToldAsAnEvent() {
        Instant at = Instant.parse("2026-01-02T03:04:05Z");

        assertThat(new Alerts.Change(Kind.PING_PONG, true, 91).event(7, at))
                .isEqualTo(new Event.AlertRaised(7, at, Kind.PING_PONG, 91));
        assertThat(new Alerts.Change(Kind.PING_PONG, false, 99).event(8, at))
                .isEqualTo(new Event.AlertCleared(8, at, Kind.PING_PONG, 99));
    }

    private List<Alerts.Change> observe(Kind kind, double value, int times) {
        List<Alerts.Change> changes = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            alerts.observe(kind, value, MANY).ifPresent(changes::add);
        }
        return changes;
    }
}
