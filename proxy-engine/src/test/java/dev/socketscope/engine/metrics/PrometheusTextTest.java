package dev.socketscope.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Connection.Traffic;
import dev.socketscope.engine.api.Counters;
import dev.socketscope.engine.api.Counters.Upkeep;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.metrics.PrometheusText.Format;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PrometheusTextTest {
    private static final Counters COUNTERS = new Counters(3, 1_204, 7, new Traffic(900, 812, 65_536),
            new Traffic(2_000, 1_777, 9_007_199_254_740_993L), 5, 31, 2_900, 400, 262_144,
            new Upkeep(11, 4, 2, 640, 6));

    private final MetricsHub hub = new MetricsHub(2);

    @Test
    void webSocketMetricsAreExactlyTheseInText() {
        assertThat(PrometheusText.write(reading("1.0", Map.of()), Format.TEXT)).startsWith(
                """
                        # HELP websocket_active_connections WebSocket connections that have not ended
                        # TYPE websocket_active_connections gauge
                        websocket_active_connections 3
                        # HELP websocket_total_connections WebSocket upgrades that reached 101
                        # TYPE websocket_total_connections counter
                        websocket_total_connections 1204
                        # HELP websocket_messages_total Text and binary messages received from clients and sent to clients
                        # TYPE websocket_messages_total counter
                        websocket_messages_total{direction="received"} 812
                        websocket_messages_total{direction="sent"} 1777
                        # HELP websocket_bytes_total Bytes on the wire received from clients and sent to clients, frame headers included
                        # TYPE websocket_bytes_total counter
                        websocket_bytes_total{direction="received"} 65536
                        websocket_bytes_total{direction="sent"} 9007199254740993
                        # HELP websocket_errors_total Violations of RFC 6455, resets and failed exchanges
                        # TYPE websocket_errors_total counter
                        websocket_errors_total 5
                        # HELP websocket_reconnections_total Legs that were lost and came back
                        # TYPE websocket_reconnections_total counter
                        websocket_reconnections_total 11
                        """);
    }

    @Test
    void openMetricsHasTheSameSamplesUnderItsOwnRules() {
        String text = PrometheusText.write(reading("1.0", Map.of()), Format.OPEN_METRICS);

        assertThat(text).contains("""
                # TYPE websocket_total_connections unknown
                websocket_total_connections 1204
                """, """
                # TYPE websocket_bytes counter
                # UNIT websocket_bytes bytes
                websocket_bytes_total{direction="received"} 65536
                """, """
                # TYPE socketscope_build info
                socketscope_build_info{version="1.0"} 1
                """);
        assertThat(Parsed.of(text, Format.OPEN_METRICS)
                .samples()
                .keySet()
                .stream()
                .map(sample -> sample.replaceFirst("(le=\"\\d+)\\.0\"", "$1\""))
                .toList())
                .containsExactlyElementsOf(parsed("1.0", Map.of(), Format.TEXT).samples().keySet());
    }

    @ParameterizedTest
    @EnumSource
    void aStrictReaderAcceptsAnEngineThatDidNothing(Format format) {
        Parsed parsed = parsed("1.0", Map.of(), format);

        assertThat(parsed.value("socketscope_handshake_duration_seconds_count")).isEqualTo("0");
        assertThat(parsed.value("socketscope_handshake_duration_seconds_sum")).isEqualTo("0");
        assertThat(parsed.value("socketscope_rtt_seconds_bucket{leg=\"upstream\",le=\"+Inf\"}")).isEqualTo("0");
    }

    @ParameterizedTest
    @EnumSource
    void histogramsAreInSeconds(Format format) {
        hub.loop(0).inProxy(Direction.TO_UPSTREAM, 30, 1);
        hub.loop(1).inProxy(Direction.TO_UPSTREAM, 300_000, 1);
        hub.loop(1).rtt(Leg.CLIENT, 120_000_000);
        hub.loop(0).handshake(2_000);

        Parsed parsed = parsed("1.0", Map.of(), format);

        String received = "{direction=\"received\"";
        String name = "socketscope_time_in_proxy_seconds";
        assertThat(parsed.value(name + "_bucket" + received + ",le=\"2.5e-05\"}")).isEqualTo("0");
        assertThat(parsed.value(name + "_bucket" + received + ",le=\"5e-05\"}")).isEqualTo("1");
        assertThat(parsed.value(name + "_bucket" + received + ",le=\"0.25\"}")).isEqualTo("1");
        assertThat(parsed.value(name + "_bucket" + received + ",le=\"0.5\"}")).isEqualTo("2");
        assertThat(parsed.value(name + "_sum" + received + "}")).isEqualTo("0.30003");
        assertThat(parsed.value(name + "_count{direction=\"sent\"}")).isEqualTo("0");
        assertThat(parsed.value("socketscope_rtt_seconds_count{leg=\"client\"}")).isEqualTo("1");
        assertThat(parsed.value("socketscope_rtt_seconds_sum{leg=\"client\"}")).isEqualTo("120");
        assertThat(parsed.value("socketscope_handshake_duration_seconds_bucket{le=\"0.0025\"}")).isEqualTo("1");
    }

    @ParameterizedTest
    @EnumSource
    void countersOfTheEngineAreAllThere(Format format) {
        Parsed parsed = parsed("1.0", Map.of("latency", 12L), format);

        assertThat(parsed.value("socketscope_handshakes_total{result=\"ok\"}")).isEqualTo("1204");
        assertThat(parsed.value("socketscope_handshakes_total{result=\"refused\"}")).isEqualTo("5");
        assertThat(parsed.value("socketscope_handshakes_total{result=\"failed\"}")).isEqualTo("2");
        assertThat(parsed.value("socketscope_pings_total")).isEqualTo("640");
        assertThat(parsed.value("socketscope_missed_pongs_total")).isEqualTo("6");
        assertThat(parsed.value("socketscope_buffered_messages")).isEqualTo("4");
        assertThat(parsed.value("socketscope_dropped_messages_total")).isEqualTo("2");
        assertThat(parsed.value("socketscope_faults_fired_total{type=\"latency\"}")).isEqualTo("12");
        assertThat(parsed.value("socketscope_journal_bytes")).isEqualTo("262144");
        assertThat(parsed.value("socketscope_journal_evicted_frames_total")).isEqualTo("400");
        assertThat(parsed.value("socketscope_http_requests_total")).isEqualTo("31");
    }

    @ParameterizedTest
    @EnumSource
    void theProcessIsThereToo(Format format) {
        Parsed parsed = parsed("1.0", Map.of(), format);

        assertThat(parsed.value("jvm_memory_used_bytes{area=\"heap\"}")).isEqualTo("50000000");
        assertThat(parsed.value("jvm_memory_used_bytes{area=\"nonheap\"}")).isEqualTo("40000000");
        assertThat(parsed.value("jvm_threads_current")).isEqualTo("21");
        assertThat(parsed.value("jvm_gc_collection_seconds_count{gc=\"G1 Young Generation\"}")).isEqualTo("9");
        assertThat(parsed.value("jvm_gc_collection_seconds_sum{gc=\"G1 Young Generation\"}")).isEqualTo("0.045");
        assertThat(parsed.value("process_cpu_seconds_total")).isEqualTo("12.5");
        assertThat(parsed.value("process_start_time_seconds")).isEqualTo("1750000000.123");
    }

    @ParameterizedTest
    @EnumSource
    void aLabelMayHoldAnything(Format format) {
        assertThat(
                parsed("1\"0\\\n} 5", Map.of(), format).value("socketscope_build_info{version=\"1\\\"0\\\\\\n} 5\"}"))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @EnumSource
    void theOrderDoesNotDependOnTheOrderOfFaults(Format format) {
        LinkedHashMap<String, Long> one = new LinkedHashMap<>();
        one.put("drop", 1L);
        one.put("latency", 2L);
        one.put("black-hole", 3L);
        Map<String, Long> other = new LinkedHashMap<>();
        one.reversed().forEach(other::put);

        assertThat(PrometheusText.write(reading("1.0", one), format))
                .isEqualTo(PrometheusText.write(reading("1.0", other), format))
                .containsSubsequence("{type=\"black-hole\"} 3", "{type=\"drop\"} 1", "{type=\"latency\"} 2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.2,*/*;q=0.1 | OPEN_METRICS",
            "text/plain;version=0.0.4;q=0.5,*/*;q=0.1 | TEXT", "*/* | TEXT", "text/html,application/xml;q=0.9 | TEXT"})
    void answersWhatWasAskedFor(String accept, Format format) {
        assertThat(Format.accepted(accept)).isEqualTo(format);
    }

    @Test
    void theContentTypeNamesTheFormat() {
        assertThat(Format.TEXT.contentType()).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
        assertThat(Format.OPEN_METRICS.contentType())
                .isEqualTo("application/openmetrics-text; version=1.0.0; charset=utf-8");
    }

    private Parsed parsed(String version, Map<String, Long> faults, Format format) {
        return Parsed.of(PrometheusText.write(reading(version, faults), format), format);
    }

    private MetricsReading reading(String version, Map<String, Long> faults) {
        return new MetricsReading(version, COUNTERS, new MetricsReading.Handshakes(1_204, 5, 2), hub.snapshot(), faults,
                new JvmReading(50_000_000, 40_000_000, 21,
                        List.of(new JvmReading.Collector("G1 Young Generation", 9, 45)), 12_500_000,
                        1_750_000_000_123L));
    }
}
