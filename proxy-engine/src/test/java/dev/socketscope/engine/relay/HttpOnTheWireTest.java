package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** HTTP as it stands on the wire, with a test in control of both ends. */
class HttpOnTheWireTest {
    private final ServerSocket listening = Raw.listen();
    private final LocalEngine engine = Engines.to(listening.getLocalPort());
    private final Raw client = Raw.connect(Engines.port(engine));

    @AfterEach
    void stop() throws IOException {
        client.close();
        engine.close();
        listening.close();
    }

    private Raw accept() {
        return Raw.accept(listening);
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n";
    }

    @Test
    void oneUpstreamConnectionServesRequestAfterRequest() {
        Raw upstream = null;
        for (int i = 0; i < 5; i++) {
            client.send(get("/" + i));
            upstream = upstream == null ? accept() : upstream;
            assertThat(upstream.head()).startsWith("GET /" + i + " HTTP/1.1\r\n");
            upstream.send("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n" + i);
            client.head();
            assertThat(client.readText(1)).isEqualTo("" + i);
        }
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() {
        client.send(get("/1") + "POST /2 HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc" + get("/3"));
        Raw upstream = accept();
        assertThat(upstream.head()).startsWith("GET /1 ");
        upstream.send("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\none");
        assertThat(upstream.head()).startsWith("POST /2 ");
        assertThat(upstream.readText(3)).isEqualTo("abc");
        upstream.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\ntwo\r\n0\r\n\r\n");
        assertThat(upstream.head()).startsWith("GET /3 ");
        upstream.send("HTTP/1.1 204 No Content\r\n\r\n");
        client.head();
        assertThat(client.readText(3)).isEqualTo("one");
        client.head();
        assertThat(client.readText(13)).isEqualTo("3\r\ntwo\r\n0\r\n\r\n");
        assertThat(client.head()).startsWith("HTTP/1.1 204 ");
    }

    @Test
    void hopByHopHeadersStayOnTheirHop() {
        client.send(
                "GET / HTTP/1.1\r\nHost: a\r\nConnection: keep-alive, X-Private\r\nX-Private: 1\r\nKeep-Alive: 5\r\n"
                        + "Proxy-Connection: x\r\nProxy-Authorization: x\r\nTE: gzip\r\nUpgrade: h2c\r\nX-Public: 2\r\n\r\n");
        Raw upstream = accept();
        assertThat(upstream.head()).contains("X-Public: 2\r\n")
                .doesNotContainIgnoringCase("x-private")
                .doesNotContainIgnoringCase("keep-alive")
                .doesNotContainIgnoringCase("proxy-")
                .doesNotContainIgnoringCase("te: ")
                .doesNotContainIgnoringCase("upgrade");
        upstream.send(
                "HTTP/1.1 200 OK\r\nConnection: close, X-Own\r\nX-Own: 1\r\nX-Out: 2\r\nContent-Length: 0\r\n\r\n");
        assertThat(client.head()).contains("X-Out: 2\r\n")
                .doesNotContain("X-Own")
                .doesNotContainIgnoringCase("connection:");
        client.send(get("/again"));
        assertThat(accept().head()).startsWith("GET /again ");
    }

    @Test
    void namingTheFramingInConnectionDoesNotRemoveIt() {
        client.send("POST / HTTP/1.1\r\nHost: a\r\nConnection: Content-Length, Host\r\nContent-Length: 2\r\n\r\nhi");
        Raw upstream = accept();
        assertThat(upstream.head()).containsIgnoringCase("content-length: 2\r\n").contains("Host: a\r\n");
        assertThat(upstream.readText(2)).isEqualTo("hi");
    }

    @Test
    void trailersGoThroughBothWays() {
        client.send("POST / HTTP/1.1\r\nHost: a\r\nTE: trailers\r\nTrailer: X-Sum\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "2\r\nab\r\n0\r\nX-Sum: 7\r\n\r\n");
        Raw upstream = accept();
        assertThat(upstream.head()).containsIgnoringCase("te: trailers").contains("Trailer: X-Sum");
        assertThat(upstream.readText(22)).isEqualTo("2\r\nab\r\n0\r\nX-Sum: 7\r\n\r\n");
        upstream.send(
                "HTTP/1.1 200 OK\r\nTrailer: X-Out\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nz\r\n0\r\nX-Out: 8\r\n\r\n");
        assertThat(client.head()).contains("Trailer: X-Out");
        assertThat(client.readText(21)).isEqualTo("1\r\nz\r\n0\r\nX-Out: 8\r\n\r\n");
    }

    @Test
    void anAnswerThatEndsWithItsConnectionBecomesChunked() {
        client.send(get("/"));
        try (Raw upstream = accept()) {
            upstream.head();
            upstream.send("HTTP/1.1 200 OK\r\n\r\nhello");
        }
        assertThat(client.head()).containsIgnoringCase("transfer-encoding: chunked");
        assertThat(client.readText(15)).isEqualTo("5\r\nhello\r\n0\r\n\r\n");
        client.send(get("/next"));
        assertThat(accept().head()).startsWith("GET /next ");
    }

    @Test
    void anOldClientGetsNoChunksAndTheEndOfTheConnection() {
        client.send("GET /old HTTP/1.0\r\n\r\n");
        Raw upstream = accept();
        assertThat(upstream.head()).startsWith("GET /old HTTP/1.1\r\n")
                .contains("Host: 127.0.0.1:")
                .contains("1.0 socketscope");
        upstream.send(
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n3\r\n ho\r\n0\r\n\r\n");
        assertThat(client.head()).startsWith("HTTP/1.1 200 OK")
                .containsIgnoringCase("connection: close")
                .doesNotContainIgnoringCase("chunked");
        assertThat(client.readTextToEnd()).isEqualTo("hi ho");
    }

    @Test
    void anOldClientMayKeepItsConnection() {
        client.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        Raw upstream = accept();
        upstream.head();
        upstream.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
        assertThat(client.head()).containsIgnoringCase("connection: keep-alive");
        assertThat(client.readText(2)).isEqualTo("hi");
        client.send("GET /2 HTTP/1.0\r\n\r\n");
        assertThat(upstream.head()).startsWith("GET /2 ");
    }

    @Test
    void interimAnswersGoThroughAndTheFinalOneFollows() {
        client.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        Raw upstream = accept();
        assertThat(upstream.head()).contains("Expect: 100-continue");
        upstream.send("HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n");
        assertThat(client.head()).startsWith("HTTP/1.1 103 ").contains("Link: </a.css>");
        assertThat(client.head()).startsWith("HTTP/1.1 100 ");
        client.send("ok");
        assertThat(upstream.readText(2)).isEqualTo("ok");
        upstream.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        assertThat(client.head()).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aRefusalBeforeTheBodyReachesTheClientAtOnce() {
        client.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
        Raw upstream = accept();
        upstream.head();
        upstream.send("HTTP/1.1 417 Expectation Failed\r\nContent-Length: 0\r\n\r\n");
        assertThat(client.head()).startsWith("HTTP/1.1 417 ");
        client.send("hello" + get("/next"));
        assertThat(upstream.readText(5)).isEqualTo("hello");
        assertThat(upstream.head()).startsWith("GET /next ");
    }

    @Test
    void anEarlyAnswerStreamsWhileTheUploadGoesOn() {
        client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n");
        Raw upstream = accept();
        upstream.head();
        assertThat(upstream.readText(6)).isEqualTo("1\r\na\r\n");
        upstream.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nA\r\n");
        client.head();
        assertThat(client.readText(6)).isEqualTo("1\r\nA\r\n");
        client.send("1\r\nb\r\n");
        assertThat(upstream.readText(6)).isEqualTo("1\r\nb\r\n");
        upstream.send("1\r\nB\r\n0\r\n\r\n");
        assertThat(client.readText(11)).isEqualTo("1\r\nB\r\n0\r\n\r\n");
        client.send("0\r\n\r\n" + get("/next"));
        assertThat(upstream.readText(5)).isEqualTo("0\r\n\r\n");
        assertThat(upstream.head()).startsWith("GET /next ");
    }

    @Test
    void aClientThatLeavesCancelsTheExchange() {
        client.send(get("/"));
        Raw upstream = accept();
        upstream.head();
        client.close();
        assertThatThrownBy(() -> {
            upstream.readToEnd();
            for (int i = 0; i < 100; i++) {
                upstream.send(new byte[100_000]);
            }
        }).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void anUpstreamThatBreaksOffIsNoticedByTheClient() {
        client.send(get("/"));
        try (Raw upstream = accept()) {
            upstream.head();
            upstream.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this");
            client.head();
        }
        assertThat(client.readTextToEnd()).isEqualTo("only this");
        assertThat(engine.counters().errors()).isEqualTo(1);
    }

    @Test
    void aChunkedAnswerThatBreaksOffHasNoLastChunk() {
        client.send(get("/"));
        Raw upstream = accept();
        upstream.head();
        upstream.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n");
        client.head();
        assertThat(client.readText(6)).isEqualTo("1\r\nx\r\n");
        upstream.reset();
        assertThat(client.readTextToEnd()).isEmpty();
    }

    @Test
    void aStaleConnectionIsReplacedForAHarmlessRequest() {
        client.send(get("/1"));
        try (Raw upstream = accept()) {
            upstream.head();
            upstream.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            client.head();
            client.send(get("/2"));
            upstream.head();
        }
        Raw second = accept();
        assertThat(second.head()).startsWith("GET /2 ");
        second.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        client.head();
        assertThat(client.readText(2)).isEqualTo("ok");
    }

    @Test
    void aRequestThatChangesSomethingIsNeverSentTwice() {
        client.send(get("/1"));
        try (Raw upstream = accept()) {
            upstream.head();
            upstream.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            client.head();
            client.send("POST /2 HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n");
            upstream.head();
        }
        assertThat(client.head()).startsWith("HTTP/1.1 502 ");
    }

    @Test
    void absoluteFormIsPassedOnInOriginForm() {
        client.send("GET http://example.test:81/p?q HTTP/1.1\r\nHost: other\r\n\r\n");
        assertThat(accept().head()).startsWith("GET /p?q HTTP/1.1\r\n").contains("Host: example.test:81\r\n");
    }

    @Test
    void aPausedDownloadHoldsTheUpstreamBack() {
        try (Raw slow = Raw.connect(Engines.port(engine), 64 << 10)) {
            slow.send(get("/big"));
            Raw upstream = accept();
            upstream.head();
            upstream.send("HTTP/1.1 200 OK\r\nContent-Length: " + (64 << 20) + "\r\n\r\n");
            java.util.concurrent.CompletableFuture<Void> sending = java.util.concurrent.CompletableFuture
                    .runAsync(() -> upstream.send(new byte[64 << 20]));
            slow.head();
            slow.read(1000);
            await().during(java.time.Duration.ofMillis(500)).until(() -> !sending.isDone());
            slow.read((64 << 20) - 1000);
            sending.join();
        }
    }

    @Test
    void aPausedUploadHoldsTheClientBack() {
        client.send("POST /big HTTP/1.1\r\nHost: a\r\nContent-Length: " + (64 << 20) + "\r\n\r\n");
        java.util.concurrent.CompletableFuture<Void> sending = java.util.concurrent.CompletableFuture
                .runAsync(() -> client.send(new byte[64 << 20]));
        Raw upstream = accept();
        upstream.head();
        await().during(java.time.Duration.ofMillis(500)).until(() -> !sending.isDone());
        upstream.read(64 << 20);
        sending.join();
        upstream.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        assertThat(client.head()).startsWith("HTTP/1.1 200 ");
    }
}
