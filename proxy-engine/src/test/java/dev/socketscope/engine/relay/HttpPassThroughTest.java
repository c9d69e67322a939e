package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The JDK's HTTP server and client, neither written by us, with the engine between them. */
class HttpPassThroughTest {
    private static final int LARGE = 200 << 20;

    private HttpServer upstream;
    private LocalEngine engine;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void start() throws IOException {
        upstream = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        upstream.setExecutor(Executors.newCachedThreadPool());
        upstream.start();
        engine = Engines.to(upstream.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        client.close();
        engine.close();
        upstream.stop(0);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(Engines.http(engine, path));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Test
    void passesMethodPathQueryBodyAndStatus() throws Exception {
        upstream.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            answer(exchange, 201, exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
        });
        HttpResponse<String> answer = client.send(
                request("/a%20b/c?d=e&f=%2F").method("PATCH", HttpRequest.BodyPublishers.ofString("hi")).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("PATCH /a%20b/c?d=e&f=%2F hi");
    }

    @Test
    void keepsHostAndOriginAndAddsWhatAProxyAdds() throws Exception {
        AtomicReference<Headers> seen = new AtomicReference<>();
        upstream.createContext("/", exchange -> {
            seen.set(exchange.getRequestHeaders());
            exchange.getResponseHeaders().set("Keep-Alive", "timeout=5");
            exchange.getResponseHeaders().add("Set-Cookie", "a=1");
            exchange.getResponseHeaders().add("Set-Cookie", "b=2");
            answer(exchange, 200, "ok");
        });
        HttpResponse<String> answer = client.send(
                request("/").header("Origin", "http://localhost:5173")
                        .header("X-Forwarded-For", "203.0.113.7")
                        .header("TE", "trailers, deflate")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        Headers headers = seen.get();
        assertThat(headers.get("Host")).containsExactly("127.0.0.1:" + Engines.port(engine));
        assertThat(headers.get("Origin")).containsExactly("http://localhost:5173");
        assertThat(headers.get("X-forwarded-for")).containsExactly("203.0.113.7, 127.0.0.1");
        assertThat(headers.get("X-forwarded-proto")).containsExactly("http");
        assertThat(headers.get("X-forwarded-host")).containsExactly("127.0.0.1:" + Engines.port(engine));
        assertThat(headers.get("Via")).containsExactly("1.1 socketscope");
        assertThat(headers.get("Te")).containsExactly("trailers");
        assertThat(headers).doesNotContainKeys("Upgrade", "Http2-settings");
        assertThat(answer.headers().allValues("Via")).containsExactly("1.1 socketscope");
        assertThat(answer.headers().allValues("Set-Cookie")).containsExactly("a=1", "b=2");
        assertThat(answer.headers().allValues("Keep-Alive")).isEmpty();
    }

    @Test
    void aLargeChunkedDownloadArrivesWhole() throws Exception {
        upstream.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                pattern(LARGE, out);
            }
        });
        HttpResponse<InputStream> answer = client.send(request("/").build(), HttpResponse.BodyHandlers.ofInputStream());
        CRC32 expected = new CRC32();
        pattern(LARGE, checksum(expected));
        CRC32 got = new CRC32();
        long length = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = answer.body()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                got.update(buffer, 0, n);
                length += n;
            }
        }
        assertThat(length).isEqualTo(LARGE);
        assertThat(got.getValue()).isEqualTo(expected.getValue());
    }

    @Test
    void aLargeUploadArrivesWhole() throws Exception {
        upstream.createContext("/", exchange -> {
            CRC32 sum = new CRC32();
            long length = exchange.getRequestBody().transferTo(checksum(sum));
            answer(exchange, 200, length + " " + sum.getValue());
        });
        byte[] block = new byte[1 << 20];
        HttpResponse<String> answer = client.send(request("/")
                .POST(HttpRequest.BodyPublishers.ofByteArrays(java.util.Collections.nCopies(LARGE >> 20, block)))
                .build(), HttpResponse.BodyHandlers.ofString());
        CRC32 expected = new CRC32();
        for (int i = 0; i < LARGE >> 20; i++) {
            expected.update(block);
        }
        assertThat(answer.body()).isEqualTo(LARGE + " " + expected.getValue());
    }

    @Test
    void headAndNotModifiedHaveNoBodyAndKeepTheConnection() throws Exception {
        upstream.createContext("/", exchange -> {
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseHeaders().set("Content-Length", "12345");
                exchange.sendResponseHeaders(200, -1);
            } else {
                exchange.getResponseHeaders().set("ETag", "\"x\"");
                exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/204") ? 204 : 304, -1);
            }
            exchange.close();
        });
        HttpResponse<String> head = client.send(request("/").HEAD().build(), HttpResponse.BodyHandlers.ofString());
        assertThat(head.headers().firstValue("Content-Length")).hasValue("12345");
        assertThat(head.body()).isEmpty();
        HttpResponse<String> same = client.send(request("/").build(), HttpResponse.BodyHandlers.ofString());
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.headers().firstValue("ETag")).hasValue("\"x\"");
        assertThat(client.send(request("/204").build(), HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(204);
    }

    @Test
    void expectContinueWaitsForTheUpstreamsWord() throws Exception {
        upstream.createContext("/", exchange -> answer(exchange, 200,
                exchange.getRequestHeaders().getFirst("Expect") + " "
                        + exchange.getRequestBody().readAllBytes().length));
        HttpResponse<String> answer = client.send(
                request("/").expectContinue(true).POST(HttpRequest.BodyPublishers.ofByteArray(new byte[5000])).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.body()).isEqualTo("100-Continue 5000");
    }

    @Test
    void countsEveryRequest() throws Exception {
        upstream.createContext("/", exchange -> answer(exchange, 200, "ok"));
        for (int i = 0; i < 5; i++) {
            client.send(request("/" + i).build(), HttpResponse.BodyHandlers.ofString());
        }
        assertThat(engine.counters().httpRequests()).isEqualTo(5);
        assertThat(engine.connections()).isEmpty();
    }

    private static void pattern(int length, OutputStream out) throws IOException {
        byte[] block = new byte[1 << 16];
        for (int i = 0; i < block.length; i++) {
            block[i] = (byte) (i * 31 >> 3);
        }
        for (int at = 0; at < length; at += block.length) {
            block[0] = (byte) (at >> 16);
            out.write(block, 0, Math.min(block.length, length - at));
        }
    }

    private static OutputStream checksum(CRC32 sum) {
        return new OutputStream() {
            @Override
            public void write(int b) {
                sum.update(b);
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                sum.update(bytes, from, length);
            }
        };
    }
}
