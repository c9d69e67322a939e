package dev.socketscope.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.control.ControlConfig;
import dev.socketscope.engine.control.ControlServer;
import dev.socketscope.engine.control.ControlToken;
import dev.socketscope.engine.control.Reload;
import dev.socketscope.engine.metrics.PrometheusText.Format;
import dev.socketscope.engine.prometheus.Endpoint;
import dev.socketscope.engine.prometheus.MetricsReader;
import dev.socketscope.engine.prometheus.MetricsText;
import dev.socketscope.engine.prometheus.Scrape;
import dev.socketscope.engine.relay.LocalEngine;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The engine's metrics in the hands of Prometheus, and Prometheus' own in ours. */
@Timeout(120)
class PrometheusIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Path PACKAGING = Path.of("../packaging").toAbsolutePath().normalize();

    /** What a program said, both of its outputs together. */
    private record Said(int code, String text) {}

    private static Said promtool(String input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Places.program("promtool")));
        command.addAll(List.of(arguments));
        Path file = Files.writeString(Places.emptyFolder("promtool").resolve("input"), input);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectInput(file.toFile()).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), text);
    }

    private static LocalEngine engine(String upstream) {
        return LocalEngine.start(new EngineConfig(new InetSocketAddress("127.0.0.1", 0), EngineConfig.Capture.DEFAULT,
                EngineConfig.Limits.DEFAULT, List.of(Route.toEverything(upstream))));
    }

    @Test
    void promtoolFindsNothingButTheNameThatDashboardsForTunnelsKnow() throws IOException, InterruptedException {
        try (Peer peer = new Peer("promtool");
                LocalEngine engine = engine(peer.url())) {
            Peer.check(engine.info().listen(), "text");

            assertThat(promtool(engine.metrics(Format.TEXT), "check", "metrics").text().strip())
                    .isEqualTo("websocket_total_connections counter metrics should have \"_total\" suffix");
        }
    }

    @Test
    void prometheusScrapesTheEngineAndAnswersTheDashboard() throws IOException, InterruptedException {
        try (Peer peer = new Peer("prometheus");
                LocalEngine engine = engine(peer.url());
                ControlServer control = ControlServer.start(
                        new ControlConfig(new InetSocketAddress("127.0.0.1", 0), ControlToken.random()), engine,
                        engine::metrics, Reload.NO_FILE);
                Prometheus prometheus = new Prometheus("127.0.0.1:" + control.address().getPort())) {
            await().atMost(LIMIT).until(() -> prometheus.value("up"), OptionalDouble.of(1)::equals);
            Peer.check(engine.info().listen(), "text");
            Peer.check(engine.info().listen(), "binary");

            await().atMost(LIMIT)
                    .until(() -> prometheus.value("websocket_total_connections"), OptionalDouble.of(2)::equals);
            assertThat(prometheus.value("websocket_messages_total{direction=\"received\"}").orElseThrow())
                    .isEqualTo(engine.counters().toUpstream().messages());
            await().atMost(LIMIT)
                    .until(() -> prometheus.value("socketscope:connection_success:percent_1h"),
                            OptionalDouble.of(100)::equals);
            for (String expression : dashboard()) {
                prometheus.ask("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
            }
            readsWithoutMistakes(prometheus);
        }
    }

    /** Its own answer is another writer's, in whichever format it prefers. */
    private static void readsWithoutMistakes(Prometheus prometheus) throws IOException, InterruptedException {
        try (Endpoint endpoint = new Endpoint(prometheus.metrics(), "", LIMIT)) {
            MetricsText text = endpoint.scrape();
            Scrape scrape = MetricsReader.read(text);
            assertThat(scrape.mistakes()).isEmpty();
            assertThat(scrape.samples()).isEqualTo(
                    (int) text.text().lines().filter(line -> !line.isBlank() && !line.startsWith("#")).count());
        }
    }

    /** Every question of the dashboard, with its variables as Grafana puts them. */
    private static List<String> dashboard() {
        JsonNode board = new JsonMapper().readTree(PACKAGING.resolve("grafana/socketscope-dashboard.json").toFile());
        List<String> expressions = board.findValuesAsString("expr")
                .stream()
                .map(each -> each.replace("$job", ".+").replace("$instance", ".+").replace("$__rate_interval", "1m"))
                .toList();
        assertThat(expressions).hasSizeGreaterThan(12);
        return expressions;
    }

    @Test
    void theRulesAreValidAndAlertAsTheyShould() throws IOException, InterruptedException {
        assertThat(promtool("", "check", "rules", Prometheus.RULES.toString())).extracting(Said::code).isEqualTo(0);
        assertThat(promtool("", "test", "rules",
                PACKAGING.resolve("prometheus/socketscope-rules-test.yml").toString()))
                .satisfies(said -> assertThat(said.code()).as(said.text()).isZero());
    }
}
