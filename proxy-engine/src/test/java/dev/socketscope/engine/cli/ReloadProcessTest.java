package dev.socketscope.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running engine reads its file again. */
class ReloadProcessTest {
    private static final String TOKEN = "reload-token-0123456789";
    @TempDir
    private Path folder = Path.of("");
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer first = server("first");
    private final HttpServer second = server("second");
    private Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("dev.yaml");
        write("", first);
    }

    @AfterEach
    void close() {
        http.shutdownNow();
        first.stop(0);
        second.stop(0);
    }

    private static HttpServer server(String name) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, name.length());
                exchange.getResponseBody().write(name.getBytes(StandardCharsets.US_ASCII));
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void write(String head, HttpServer upstream) throws IOException {
        Files.writeString(file, head + "routes:\n  - upstream: http://127.0.0.1:" + upstream.getAddress().getPort());
    }

    private Child engine() throws IOException {
        return Child.run(Map.of("SOCKETSCOPE_TOKEN", TOKEN), "engine", "--listen", ":0", "--control", ":0", "--config",
                file.toString());
    }

    private String get(URI uri) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    }

    private HttpResponse<String> reload(Child engine) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(engine.address("control on ").resolve("/api/v1/reload"))
                .header("Authorization", "Bearer " + TOKEN)
                .POST(BodyPublishers.noBody())
                .build(), BodyHandlers.ofString());
    }

    private static void awaitLine(List<String> lines, Predicate<String> line) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(lines).anyMatch(line));
    }

    /** A child of a process that ignores the signal, as under nohup, ignores it as well. */
    private static boolean hangUpIsIgnoredHere() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status) && Files.readAllLines(status)
                .stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 1) == 1);
    }

    @Test
    void sighupTakesTheNewRoutesAndAMistakeChangesNothing() throws Exception {
        assumeFalse(hangUpIsIgnoredHere(), "SIGHUP is ignored where these tests run");
        try (Child engine = engine()) {
            URI address = engine.address("listening on ");
            engine.address("control on ");
            assertThat(get(address)).isEqualTo("first");
            write("", second);
            engine.hangUp();
            awaitLine(engine.out, l -> l.equals("reloaded " + file + ": 1 route"));
            assertThat(get(address)).isEqualTo("second");

            Files.writeString(file, "routes:\n  - upstream: nowhere\n    hmrr: auto\n");
            engine.hangUp();
            awaitLine(engine.err, l -> l.endsWith("Not reloaded, and nothing has changed:"));
            awaitLine(engine.err, l -> l.startsWith(file + ":2: routes[0].upstream: got \"nowhere\", expected http"));
            awaitLine(engine.err, l -> l.startsWith(file + ":3: routes[0].hmrr: ") && l.contains("did you mean hmr?"));
            assertThat(get(address)).isEqualTo("second");

            engine.terminate();
            assertThat(engine.exitCode()).isEqualTo(ExitCode.FINE);
        }
    }

    @Test
    void theControlApiReloadsAndSaysWhatNeedsARestart() throws Exception {
        try (Child engine = engine()) {
            URI address = engine.address("listening on ");
            write("listen: 127.0.0.1:1\ncapture: {maxBytes: 8MiB}\ncontrol: {listen: \"127.0.0.1:1\"}\n", second);
            HttpResponse<String> answer = reload(engine);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("1 route", "capture: maxBytes 8MiB and maxPayload 64KiB need a restart",
                    "control: what has changed there needs a restart")
                    .doesNotContain("listen: 127.0.0.1:1");
            assertThat(get(address)).isEqualTo("second");
            awaitLine(engine.err, l -> l.contains("capture: maxBytes 8MiB"));

            Files.delete(file);
            answer = reload(engine);
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).contains("no such file");
            assertThat(get(address)).isEqualTo("second");
        }
    }
}
