package dev.socketscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.socketscope.app.controls.Fonts;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.engine.prometheus.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The window about an endpoint that tells metrics and nothing else, while that endpoint comes and goes. */
@ExtendWith(ApplicationExtension.class)
class MetricsOnlyFlowTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String ENVOY = """
            # TYPE envoy_http_downstream_cx_upgrades_total counter
            envoy_http_downstream_cx_upgrades_total{envoy_http_conn_manager_prefix="edge"} %d
            # TYPE envoy_cluster_upstream_cx_total counter
            envoy_cluster_upstream_cx_total{envoy_cluster_name="dev"} %d
            envoy_cluster_upstream_cx_active{envoy_cluster_name="dev"} many
            """;

    private final int port = freePort();
    private final Endpoint endpoint = new Endpoint(URI.create("http://127.0.0.1:" + port + "/stats/prometheus"), "",
            Duration.ofSeconds(10));

    @Start
    void start(Stage stage) {
        Fonts.load();
        MetricsApp app = new MetricsApp(endpoint, Duration.ofMillis(200), Memory.forgetful());
        app.fill(stage);
        WindowUnderTest.place(stage);
        stage.setOnHidden(e -> app.close());
        stage.show();
    }

    @AfterEach
    void close() {
        endpoint.close();
    }

    @Test
    void itTriesUntilTheEndpointIsThereAndKeepsWhatItReadWhenThatGoes(FxRobot robot) throws IOException {
        await().atMost(LIMIT).until(() -> text(robot, "#metrics-state").matches(".*; tried \\d+ times since .*"));
        assertThat(text(robot, "#metrics-nothing .empty-text")).contains("nobody answers at 127.0.0.1:" + port);
        assertThat(robot.lookup("#estimate-connection-success").<Node>query().getParent().isVisible()).isFalse();

        HttpServer envoy = envoy();
        await().atMost(LIMIT).until(() -> text(robot, "#metrics-whose").equals("Envoy"));
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(text(robot, ".metric-complaints")).contains("line 5", "many"));
        assertThat(robot.lookup("#metrics-list").<ListView<?>>query().getItems()).hasSizeGreaterThan(3);
        await().atMost(LIMIT).until(() -> text(robot, "#estimate-connection-success .level-value").endsWith("%"));
        assertThat(robot.lookup("#metrics-nothing").query().isVisible()).isFalse();

        envoy.stop(0);
        await().atMost(LIMIT).until(() -> text(robot, "#metrics-state").startsWith("Nothing new for"));
        assertThat(robot.lookup("#metrics-list").<ListView<?>>query().getItems()).hasSizeGreaterThan(3);
    }

    /** Each answer counts one more upgrade. */
    private HttpServer envoy() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        int[] count = {0};
        server.createContext("/stats/prometheus", exchange -> {
            count[0]++;
            byte[] body = ENVOY.formatted(count[0], count[0]).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).tryQueryAs(Labeled.class).map(Labeled::getText).orElse("");
    }
}
