package dev.socketscope.engine.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.socketscope.engine.api.ServiceLevel;
import org.junit.jupiter.api.Test;

class LevelEstimatesTest {
    private static LevelEstimate level(Scrapes scrapes, ServiceLevel.Kind kind) {
        return LevelEstimates.of(scrapes.history).get(kind.ordinal());
    }

    @Test
    void anEnginesMetricsTellAllFour() {
        Scrapes scrapes = new Scrapes().then(engine(10, 0, 0, 0, 0, 0)).then(engine(100, 10, 6, 100, 1, 90));

        assertThat(Preset.of(scrapes.history)).isEqualTo(Preset.SOCKETSCOPE);
        assertThat(level(scrapes, ServiceLevel.Kind.CONNECTION_SUCCESS).level())
                .isEqualTo(new ServiceLevel(ServiceLevel.Kind.CONNECTION_SUCCESS, 90, 100, true));
        assertThat(level(scrapes, ServiceLevel.Kind.RECONNECTIONS).level().value()).as("six of two connections")
                .isEqualTo(3);
        assertThat(level(scrapes, ServiceLevel.Kind.PING_PONG).level().value()).isEqualTo(99);
        assertThat(level(scrapes, ServiceLevel.Kind.MESSAGE_LATENCY).level().value()).isCloseTo(99, within(1e-6));
    }

    private static String[] engine(int ok, int failed, int back, int pings, int missed, int messages) {
        return new String[]{"socketscope_handshakes_total{result=\"ok\"} " + ok,
                "socketscope_handshakes_total{result=\"failed\"} " + failed, "websocket_active_connections 2",
                "websocket_reconnections_total " + back, "socketscope_pings_total " + pings,
                "socketscope_missed_pongs_total " + missed, "# TYPE socketscope_time_in_proxy_seconds histogram",
                "socketscope_time_in_proxy_seconds_bucket{le=\"0.1\"} " + messages,
                "socketscope_time_in_proxy_seconds_bucket{le=\"+Inf\"} " + messages};
    }

    @Test
    void anEnvoyKnowsOnlyWhetherItsUpstreamsCouldBeReached() {
        Scrapes scrapes = new Scrapes().then(envoy(0, 0)).then(envoy(200, 4));

        assertThat(Preset.of(scrapes.history)).isEqualTo(Preset.ENVOY);
        assertThat(level(scrapes, ServiceLevel.Kind.CONNECTION_SUCCESS).level().value()).isEqualTo(98);
        assertThat(LevelEstimates.of(scrapes.history)).extracting(LevelEstimate::known)
                .containsExactly(true, false, false, false);
    }

    private static String[] envoy(int all, int failed) {
        return new String[]{"envoy_cluster_upstream_cx_total{envoy_cluster_name=\"dev\"} " + all,
                "envoy_cluster_upstream_cx_connect_fail{envoy_cluster_name=\"dev\"} " + failed};
    }

    @Test
    void nothingIsClaimedWithoutMeasurement() {
        Scrapes scrapes = new Scrapes().then("socketscope_pings_total 5").then("socketscope_pings_total 5");

        assertThat(level(scrapes, ServiceLevel.Kind.PING_PONG).known()).isTrue();
        assertThat(level(scrapes, ServiceLevel.Kind.PING_PONG).level().value()).isNaN();
        assertThat(Preset.of(new Scrapes().then("up 1").history)).isEqualTo(Preset.OTHER);
    }
}
