package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What becomes of headers, framing and connections on the way through. */
class HttpFramingTest extends OnTheWire {
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
    void absoluteFormIsPassedOnInOriginForm() {
        client.send("GET http://example.test:81/p?q HTTP/1.1\r\nHost: other\r\n\r\n");
        assertThat(accept().head()).startsWith("GET /p?q HTTP/1.1\r\n").contains("Host: example.test:81\r\n");
    }
}
