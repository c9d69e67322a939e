package dev.socketscope.app.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Prometheus that scrapes one address every second and has Socketscope's rules. */
final class Prometheus implements AutoCloseable {
    static final Path RULES = Path.of("../packaging/prometheus/socketscope-rules.yml").toAbsolutePath().normalize();
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = Places.freePort();
    private final Program program;

    Prometheus(String target) throws IOException {
        Path folder = Places.emptyFolder("prometheus");
        Path configuration = folder.resolve("prometheus.yml");
        Files.writeString(configuration, """
                global: {scrape_interval: 1s, evaluation_interval: 1s}
                rule_files: ["%s"]
                scrape_configs:
                  - {job_name: socketscope, static_configs: [{targets: ["%s"]}]}
                """.formatted(RULES, target));
        program = new Program(folder, "prometheus", List.of(Places.program("prometheus"),
                "--config.file=" + configuration, "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port));
        program.awaitOutput("Server is ready to receive web requests");
    }

    URI metrics() {
        return URI.create("http://127.0.0.1:" + port + "/metrics");
    }

    /** The one value that a question is answered with; empty when there is none yet. */
    OptionalDouble value(String expression) throws IOException, InterruptedException {
        JsonNode result = ask("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
                .path("data")
                .path("result");
        return result.size() == 1 ? OptionalDouble.of(Double.parseDouble(result.get(0).path("value").get(1).asString()))
                : OptionalDouble.empty();
    }

    /** An answer of its API. @throws AssertionError when it refuses */
    JsonNode ask(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        JsonNode answer = JSON.readTree(
                http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body());
        if (!"success".equals(answer.path("status").asString())) {
            throw new AssertionError(uri + ": " + answer);
        }
        return answer;
    }

    @Override
    public void close() {
        http.shutdownNow();
        program.close();
    }
}
