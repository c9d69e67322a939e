package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpPassThroughTest {
    private HttpServer upstream;
    private LocalEngine engine;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void start() throws IOException {
        upstream = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        upstream.start();
        engine = Engines.to(upstream.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        engine.close();
        upstream.stop(0);
    }

    @Test
    void passesARequestAndItsAnswer() throws Exception {
        upstream.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("X-Method", exchange.getRequestMethod());
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(Engines.http(engine, "/a?b=c"))
                        .POST(HttpRequest.BodyPublishers.ofString("hi"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("hi");
        assertThat(answer.headers().firstValue("X-Method")).hasValue("POST");
        assertThat(answer.headers().firstValue("Via")).hasValue("1.1 socketscope");
    }
}
