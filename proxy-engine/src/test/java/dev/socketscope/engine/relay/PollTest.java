package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.TunnelPolicy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page that can only poll talks to the same WebSocket server as one that has a socket. */
class PollTest {
    private static final String QUERY = "?url=%2Fchat%3Froom%3D1&_resume=poll-token-1&_received=";
    private final PeerServer server = PeerServer.running();
    private final LocalEngine engine = Engines.to(server.getPort(), TunnelPolicy.DEFAULT);
    private HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void fresh() {
        http = HttpClient.newHttpClient();
    }

    @AfterEach
    void stop() {
        http.close();
        engine.close();
        server.close();
    }

    private URI uri(String query) {
        return URI.create("http://localhost:" + Engines.port(engine) + "/__socketscope/poll" + query);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode poll(long received, int wait) {
        return poll(received + "&wait=" + wait);
    }

    private JsonNode poll(String rest) {
        return JsonMapper.shared().readTree(send(HttpRequest.newBuilder(uri(QUERY + rest)).build()).body());
    }

    private JsonNode post(long received, String json) {
        return JsonMapper.shared()
                .readTree(send(HttpRequest.newBuilder(uri(QUERY + received))
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build()).body());
    }

    @Test
    void whatIsPostedReachesTheServerAndItsAnswersArePolled() {
        JsonNode posted = post(0, "{\"from\":0,\"messages\":[{\"text\":\"hello\"},{\"base64\":\"AQID\"}]}");
        assertThat(posted.path("session").asString()).isEqualTo("new");
        assertThat(posted.path("received").asLong()).isEqualTo(2);
        await().until(() -> server.received.size() == 2);
        assertThat(server.received).containsExactly("hello", 3);
        await().untilAsserted(() -> assertThat(poll(0, 5).path("messages")).hasSize(2));
        JsonNode answer = poll(0, 5);
        assertThat(answer.path("messages").path(0).path("text").asString()).isEqualTo("hello");
        assertThat(answer.path("messages").path(1).path("base64").asString()).isEqualTo("AQID");
        assertThat(poll(2, 0).path("messages")).as("nothing comes twice").isEmpty();
        assertThat(server.handshakes.getFirst().getResourceDescriptor()).isEqualTo("/chat?room=1");
    }

    @Test
    void aPostThatIsRepeatedIsTakenOnce() {
        post(0, "{\"from\":0,\"messages\":[{\"text\":\"a\"},{\"text\":\"b\"}]}");
        JsonNode again = post(0, "{\"from\":1,\"messages\":[{\"text\":\"b\"},{\"text\":\"c\"}]}");
        assertThat(again.path("received").asLong()).isEqualTo(3);
        await().until(() -> server.received.size() == 3);
        assertThat(server.received).containsExactly("a", "b", "c");
    }

    @Test
    void aPollWaitsForNews() {
        post(0, "{\"from\":0,\"messages\":[]}");
        CompletableFuture<HttpResponse<String>> waiting = http.sendAsync(
                HttpRequest.newBuilder(uri(QUERY + "0&wait=20")).build(), HttpResponse.BodyHandlers.ofString());
        server.first().send("news");
        assertThat(waiting.join().body()).contains("news");
    }

    @Test
    void theEndOfTheSocketIsTold() {
        post(0, "{\"from\":0,\"messages\":[]}");
        server.first().close(4001, "enough");
        await().untilAsserted(() -> {
            JsonNode closed = poll(0, 5).path("closed");
            assertThat(closed.path("code").asInt()).isEqualTo(4001);
            assertThat(closed.path("reason").asString()).isEqualTo("enough");
        });
    }

    @Test
    void aMessageTooLongForAPollEndsTheSocketAndNoPartOfItIsPolled() {
        post(0, "{\"from\":0,\"messages\":[]}");
        server.first().send("x".repeat(3 << 20));
        await().untilAsserted(() -> {
            JsonNode answer = poll(0, 5);
            assertThat(answer.path("messages")).isEmpty();
            assertThat(answer.path("closed").path("code").asInt()).isEqualTo(1009);
        });
        await().untilAsserted(() -> assertThat(server.closed).singleElement()
                .satisfies(closed -> assertThat(closed.code()).isEqualTo(1009)));
    }

    @Test
    void aLostSessionIsToldUntilThePageHasHeardOfIt() {
        assertThat(poll("7&_sessions=1&wait=5").path("session").asString()).isEqualTo("lost");
        server.first().send("first of the new session");
        await().untilAsserted(() -> {
            JsonNode again = poll("7&_sessions=1&wait=0");
            assertThat(again.path("session").asString()).isEqualTo("lost");
            assertThat(again.path("messages")).as("the seven were of the session before").hasSize(1);
        });
        JsonNode heard = poll("1&_sessions=2&wait=0");
        assertThat(heard.path("session").asString()).isEqualTo("same");
        assertThat(heard.path("messages")).isEmpty();
    }

    @Test
    void thePageMayGoBackToASocketOfItsOwn() {
        post(0, "{\"from\":0,\"messages\":[{\"text\":\"one\"}]}");
        await().untilAsserted(() -> assertThat(poll(0, 5).path("messages")).hasSize(1));
        try (Raw page = Raw.connect(Engines.port(engine))
                .upgrade("/chat?room=1&_resume=poll-token-1&_received=1")) {
            assertThat(page.head()).startsWith("HTTP/1.1 101 ");
            assertThat(WireText.read(page).text())
                    .isEqualTo("{\"type\":\"resumed\",\"session\":\"same\",\"received\":1}");
            page.send(WireText.fromClient("two"));
            assertThat(WireText.read(page).text()).isEqualTo("two");
            assertThat(server.sockets).as("the server never noticed").hasSize(1);
        }
    }

    @Test
    void pagesOfOtherOriginsAreRefused() {
        HttpRequest foreign = HttpRequest.newBuilder(uri(QUERY + "0")).header("Origin", "http://evil.example").build();
        assertThat(send(foreign).statusCode()).isEqualTo(403);
        HttpRequest crossSite = HttpRequest.newBuilder(uri(QUERY + "0")).header("Sec-Fetch-Site", "cross-site").build();
        assertThat(send(crossSite).statusCode()).isEqualTo(403);
        assertThat(server.handshakes).isEmpty();
    }

    @Test
    void badParametersAreNamed() {
        assertThat(send(HttpRequest.newBuilder(uri("?url=chat&_resume=poll-token-1")).build()).body())
                .contains("url \"chat\": expected the path");
        assertThat(send(HttpRequest.newBuilder(uri("?url=%2F&_resume=x")).build()).body())
                .contains("_resume \"x\": expected 8 to 128");
    }

    @Test
    void theScriptIsServedAndCached() {
        HttpRequest get = HttpRequest.newBuilder(Engines.http(engine, "/__socketscope/client.js")).build();
        HttpResponse<String> script = send(get);
        assertThat(script.headers().firstValue("content-type")).contains("text/javascript; charset=utf-8");
        assertThat(script.body()).isNotEmpty();
        String etag = script.headers().firstValue("etag").orElseThrow();
        HttpRequest again = HttpRequest.newBuilder(Engines.http(engine, "/__socketscope/client.js"))
                .header("If-None-Match", etag)
                .build();
        assertThat(send(again).statusCode()).isEqualTo(304);
    }
}
