package dev.socketscope.app.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.app.fake.FakeEngine;
import dev.socketscope.app.fake.FakeTraffic;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.app.live.LiveState;
import dev.socketscope.app.live.Rates;
import dev.socketscope.app.live.Readings;
import dev.socketscope.app.live.RecentEvents;
import dev.socketscope.app.live.Trend;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.Away;
import dev.socketscope.engine.api.Connection.State;
import dev.socketscope.engine.api.Connection.Survival;
import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.ServiceLevel.Kind;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TunnelsTest {
    private static final Connection OPEN = FakeTraffic.connection("ws_1", "/_hmr", "vite-hmr", 60, State.OPEN);

    @Test
    void theWayIsToldFromTheBrowserToTheSandbox() {
        Tunnel tunnel = tunnel(OPEN);

        assertThat(tunnel.hops().getFirst().note()).isEqualTo("1 socket");
        assertThat(tunnel.hops().getLast()).isEqualTo(new Hop("Vite", "127.0.0.1:5173", "HMR", "open"));
        assertThat(tunnel.hops()).contains(new Hop("Sandbox", "3000-abc123", "", "open"));
        assertThat(tunnel.links()).hasSize(tunnel.hops().size() - 1);
        assertThat(tunnel.links().getFirst().above()).isEqualTo("0.60 ms");
    }

    @Test
    void whatIsHeldAndWhatIsDialledIsTold() {
        Connection away = FakeTraffic.carried(OPEN, new Survival(14, 0, 0, 0,
                new Away(Leg.UPSTREAM, Instant.EPOCH, "", 3, 10, null), "off"));
        Tunnel tunnel = tunnel(away);

        assertThat(tunnel.hops()).anySatisfy(hop -> assertThat(hop.note()).isEqualTo("holding 1 · buffering 14"));
        assertThat(tunnel.links())
                .anySatisfy(link -> assertThat(link.below()).isEqualTo("1 reconnecting · 14 waiting"));
    }

    @Test
    void withoutAConnectionTheEnginesRouteIsTheTarget() {
        try (FakeEngine engine = FakeEngine.empty()) {
            Tunnel tunnel = Tunnels.of(engine.info(), LiveState.NOTHING, null);

            assertThat(tunnel.hops()).extracting(Hop::place).contains("127.0.0.1:9000", "http://127.0.0.1:5173");
        }
    }

    @Test
    void targetsAreWrittenAsTheyAreMeant() {
        assertThat(LevelCard.target(Kind.CONNECTION_SUCCESS)).isEqualTo("target > 99 % · alert < 95 %");
        assertThat(LevelCard.target(Kind.RECONNECTIONS)).isEqualTo("target < 1 /h · alert > 5 /h");
        assertThat(LevelCard.target(Kind.PING_PONG)).isEqualTo("target 100 % · alert < 98 %");
    }

    private static Tunnel tunnel(Connection... connections) {
        List<LiveConnection> live = Stream.of(connections)
                .map(c -> new LiveConnection(c, Rates.NONE, Rates.NONE, Trend.EMPTY))
                .toList();
        LiveState state = new LiveState(Instant.EPOCH, LiveState.NOTHING.counters(), Rates.NONE, Rates.NONE, live,
                RecentEvents.NONE, Readings.NONE);
        try (FakeEngine engine = FakeEngine.empty()) {
            return Tunnels.of(engine.info(), state, connections[0]);
        }
    }
}
