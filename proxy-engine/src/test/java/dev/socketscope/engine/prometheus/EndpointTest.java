package dev.socketscope.engine.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EndpointTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private HttpServer server = create();

    private static HttpServer create() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void start() {
        serve("/metrics", 200, "application/openmetrics-text; version=1.0.0", "a 1\n# EOF\n");
        serve("/page", 200, "text/html", "<html>");
        serve("/gone", 404, "text/plain", "");
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void serve(String path, int status, String type, String body) {
        server.createContext(path, exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private Endpoint endpoint(String path) {
        return new Endpoint(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path), "", PATIENCE);
    }

    @Test
    void theFormatIsTheOneThatTheAnswerNames() throws IOException, InterruptedException {
        try (Endpoint endpoint = endpoint("/metrics")) {
            assertThat(endpoint.scrape()).isEqualTo(new MetricsText("a 1\n# EOF\n", true));
        }
    }

    @Test
    void whatIsNoMetricsIsToldInOneSentence() {
        try (Endpoint page = endpoint("/page");
                Endpoint gone = endpoint("/gone")) {
            assertThatThrownBy(page::scrape)
                    .hasMessage("answered with text/html, expected text/plain or application/openmetrics-text");
            assertThatThrownBy(gone::scrape).hasMessage("answered with status 404, expected 200");
        }
    }

    @Test
    void anAnswerThatBreaksOffIsNoAnswer() {
        server.createContext("/half", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/plain");
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write("a 1\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            exchange.close();
        });
        try (Endpoint half = endpoint("/half")) {
            assertThatThrownBy(half::scrape).hasMessage("the answer broke off before its end");
        }
    }

    @Test
    void anAnswerThatNeverEndsIsNotWaitedFor() {
        server.createContext("/slow", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/plain");
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write("a 1\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        });
        try (Endpoint slow = new Endpoint(endpoint("/slow").uri(), "", Duration.ofSeconds(1))) {
            assertThatThrownBy(slow::scrape).hasMessage("no whole answer within 1 s");
        }
    }

    @Test
    void nobodyAnswersAtAPortThatIsFree() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        try (Endpoint endpoint = new Endpoint(URI.create("http://127.0.0.1:" + free + "/metrics"), "", PATIENCE)) {
            assertThatThrownBy(endpoint::scrape).hasMessage("nobody answers at 127.0.0.1:" + free);
        }
    }
}
