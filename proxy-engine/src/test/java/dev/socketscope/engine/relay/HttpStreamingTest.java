package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Requests and answers that stop, start early, hesitate or break off. */
class HttpStreamingTest extends OnTheWire {
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
    void contentThatBreaksItsFramingGets400AndCancelsTheExchange() {
        client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n");
        Raw upstream = accept();
        upstream.head();
        assertThat(upstream.readText(7)).isEqualTo("2\r\nab\r\n");
        client.send("xyz\r\n");
        assertThat(client.head()).startsWith("HTTP/1.1 400 ");
        assertThat(upstream.readToEnd()).isEmpty();
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
    void aPausedDownloadHoldsTheUpstreamBack() {
        try (Raw slow = Raw.connect(Engines.port(engine), 64 << 10)) {
            slow.send(get("/big"));
            Raw upstream = accept();
            upstream.head();
            upstream.send("HTTP/1.1 200 OK\r\nContent-Length: " + (64 << 20) + "\r\n\r\n");
            CompletableFuture<Void> sending = CompletableFuture
                    .runAsync(() -> upstream.send(new byte[64 << 20]));
            slow.head();
            slow.read(1000);
            await().during(Duration.ofMillis(500)).until(() -> !sending.isDone());
            slow.read((64 << 20) - 1000);
            sending.join();
        }
    }

    @Test
    void aPausedUploadHoldsTheClientBack() {
        client.send("POST /big HTTP/1.1\r\nHost: a\r\nContent-Length: " + (64 << 20) + "\r\n\r\n");
        CompletableFuture<Void> sending = CompletableFuture
                .runAsync(() -> client.send(new byte[64 << 20]));
        Raw upstream = accept();
        upstream.head();
        await().during(Duration.ofMillis(500)).until(() -> !sending.isDone());
        upstream.read(64 << 20);
        sending.join();
        upstream.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        assertThat(client.head()).startsWith("HTTP/1.1 200 ");
    }
}
