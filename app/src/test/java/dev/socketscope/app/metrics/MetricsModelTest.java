package dev.socketscope.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.app.live.Metrics.Attempt;
import dev.socketscope.engine.prometheus.MetricsReader;
import dev.socketscope.engine.prometheus.MetricsText;
import dev.socketscope.engine.prometheus.Preset;
import dev.socketscope.engine.prometheus.Reading;
import dev.socketscope.engine.prometheus.Scrape;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MetricsModelTest {
    private static final Instant BEGIN = Instant.parse("2026-11-25T10:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final MetricsModel model = new MetricsModel();
    private int seconds;

    private void scrape(String text) {
        model.add(new Attempt(BEGIN.plusSeconds(seconds++), Duration.ofMillis(2),
                MetricsReader.read(MetricsText.plain(text)), ""));
    }

    private void fail(String why) {
        model.add(new Attempt(BEGIN.plusSeconds(seconds++), Duration.ZERO, Scrape.NOTHING, why));
    }

    @Test
    void whatAnEnvoySaysOfWebSocketsStandsFirst() {
        scrape("""
                envoy_server_live 1
                envoy_cluster_upstream_rq_timeout{envoy_cluster_name="dev"} 0
                envoy_cluster_circuit_breakers_default_cx_open 0
                envoy_cluster_upstream_cx_total 5
                envoy_http_downstream_cx_upgrades_total 3
                """);

        assertThat(model.preset()).isEqualTo(Preset.ENVOY);
        assertThat(model.rows()).extracting(Row::title)
                .containsExactly("WebSocket upgrades", "envoy_http_downstream_cx_upgrades_total",
                        "Upstream connections", "envoy_cluster_upstream_cx_total", "Timeouts",
                        "envoy_cluster_upstream_rq_timeout", "Circuit breakers",
                        "envoy_cluster_circuit_breakers_default_cx_open", "envoy_server", "envoy_server_live");
        model.search("DEV timeout");
        assertThat(model.rows()).extracting(Row::title)
                .containsExactly("Timeouts", "envoy_cluster_upstream_rq_timeout");
    }

    @Test
    void anEndpointThatIsGoneIsStaleAndWhatWasThereStays() {
        fail("nobody answers at a:1");
        assertThat(SourceLine.of(model, SECOND).word()).isEqualTo("Unreachable");
        assertThat(SourceLine.of(model, SECOND).sentence())
                .matches("nobody answers at a:1; tried once at \\d\\d:\\d\\d:00, again every 1 s");
        scrape("up 1\n");
        fail("no answer within 10 s");
        fail("no answer within 10 s");

        assertThat(SourceLine.of(model, SECOND).word()).isEqualTo("Stale");
        assertThat(SourceLine.of(model, SECOND).sentence()).matches(
                "Nothing new for 2 s: no answer within 10 s; tried 2 times since \\d\\d:\\d\\d:02, again every 1 s");
        assertThat(model.families()).isEqualTo(1);
    }

    @Test
    void whatIsLeftOutIsTold() {
        scrape("up 1\nup x\n");

        assertThat(model.complaints()).containsExactly(
                "1 line could not be read and is left out: line 2: got \"x\", expected a number, +Inf, -Inf or NaN");
    }

    @Test
    void valuesAreInTheUnitThatIsReadBest() {
        scrape("a_bytes_total 0\nb_seconds 0.0042\nc_bytes 2097152\nd 3\ncpu_seconds_total 1\nx_start_time_seconds "
                + BEGIN.minusSeconds(90).getEpochSecond() + "\n");
        scrape("a_bytes_total 2048\nb_seconds 0.0042\nc_bytes 2097152\nd 3\ncpu_seconds_total 1.5\n");

        assertThat(summary("a_bytes_total")).isEqualTo("2 KB/s");
        assertThat(summary("b_seconds")).isEqualTo("4.2 ms");
        assertThat(summary("c_bytes")).isEqualTo("2 MB");
        assertThat(summary("d")).isEqualTo("3");
        assertThat(summary("cpu_seconds_total")).isEqualTo("50 %");
        assertThat(summary("x_start_time_seconds")).as("how long ago").isEqualTo("90 s");
        assertThat(new Scale(1, "").text(Double.NaN)).isEqualTo("—");
        assertThat(Scale.of(model.history().family("b_seconds").orElseThrow(), Reading.VALUE, 5).unit()).isEqualTo("s");
    }

    private String summary(String name) {
        return Summary.of(model.history().family(name).orElseThrow(), 1_000_000, model.history().last()).text();
    }
}
