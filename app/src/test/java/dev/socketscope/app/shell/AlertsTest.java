package dev.socketscope.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.app.live.Interception;
import dev.socketscope.app.live.LiveState;
import dev.socketscope.app.live.Rates;
import dev.socketscope.app.live.Readings;
import dev.socketscope.app.live.RecentEvents;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.HmrStatus;
import dev.socketscope.engine.api.ServiceLevel.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlertsTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private final Alerts alerts = new Alerts();
    private final List<Event> events = new ArrayList<>();

    @Test
    void anAlertIsToldOnceAndAgainWhenItIsRaisedAgain() {
        alerts.in(state());
        raise();
        assertThat(alerts.in(state())).singleElement()
                .satisfies(alert -> assertThat(alert.panel()).isEqualTo("overview"));
        assertThat(alerts.in(state())).isEmpty();

        raise();
        assertThat(alerts.in(state())).hasSize(1);
    }

    @Test
    void whatStoodBeforeTheWindowOpenedIsNoNews() {
        raise();
        assertThat(alerts.in(state("Unexpected token"))).isEmpty();
        assertThat(alerts.in(state("Unexpected token"))).isEmpty();
    }

    @Test
    void oneBuildErrorOfSeveralPagesIsToldOnceUntilItIsGone() {
        alerts.in(state());
        assertThat(alerts.in(state("Unexpected token\nat line 12", "Unexpected token\nat line 12"))).singleElement()
                .isEqualTo(new Alert("The build failed", "Unexpected token", "hmr"));
        assertThat(alerts.in(state("Unexpected token\nat line 12"))).isEmpty();
        assertThat(alerts.in(state())).isEmpty();
        assertThat(alerts.in(state("Unexpected token\nat line 12"))).hasSize(1);
    }

    private void raise() {
        events.add(new Event.AlertRaised(events.size(), NOW, Kind.MESSAGE_LATENCY, 612));
    }

    /** With a page for each error. */
    private LiveState state(String... errors) {
        List<HmrStatus> hmr = Stream.of(errors)
                .map(error -> new HmrStatus("ws_1", "vite", List.of(), false, List.of(),
                        new HmrStatus.BuildError(NOW, error, "/src/App.jsx", 12, 49, "", "")))
                .toList();
        return new LiveState(NOW, LiveState.NOTHING.counters(), Rates.NONE, Rates.NONE, List.of(),
                new RecentEvents(0, List.copyOf(events)), new Readings(hmr, List.of(), List.of(), Interception.NONE));
    }
}
