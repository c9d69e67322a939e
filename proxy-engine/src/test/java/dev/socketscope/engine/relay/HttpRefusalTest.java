package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Route;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine answers itself, and how it says so. */
class HttpRefusalTest {
    private final ServerSocket listening = Raw.listen();

    @AfterEach
    void stop() throws IOException {
        listening.close();
    }

    private String upstream() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    private static String ask(LocalEngine engine, String request) {
        try (Raw client = Raw.connect(Engines.port(engine))) {
            return client.send(request).head() + client.readTextToEnd();
        }
    }

    private static String get(String path, String... headers) {
        return "GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" + String.join("", headers) + "\r\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1, 1\r\n\r\na",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n",
            "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nX: 1\r\n folded\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nX : 1\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
            "GET / HTTP/1.1\r\nX: 1\r\n\r\n",
            "GET / HTTP/1.1\nHost: a\n\n",
            "GET nonsense HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /\u0000 HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /\u007f HTTP/1.1\r\nHost: a\r\n\r\n",
            "hello\r\n\r\n",
            "\u0016\u0003\u0001\u0002 this is TLS\r\n\r\n"})
    void ambiguousAndBrokenRequestsGet400(String request) {
        try (LocalEngine engine = Engines.start(Engines.LIMITS, Route.toEverything(upstream()))) {
            assertThat(ask(engine, request)).startsWith("HTTP/1.1 400 Bad Request\r\n")
                    .containsIgnoringCase("connection: close");
        }
    }

    @Test
    void aFoldedLineIsFoundWhereverTheReadsSplit() {
        String request = "GET / HTTP/1.1\r\nHost: a\r\nX: 1\r\n\tfolded\r\n\r\n";
        try (LocalEngine engine = Engines.start(Engines.LIMITS, Route.toEverything(upstream()));
                Raw client = Raw.connect(Engines.port(engine))) {
            for (char c : request.toCharArray()) {
                client.send(String.valueOf(c));
            }
            assertThat(client.head()).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void overlongLinesAndHeadersAreNamed() {
        try (LocalEngine engine = Engines.start(Engines.LIMITS, Route.toEverything(upstream()))) {
            assertThat(ask(engine, get("/" + "x".repeat(20_000)))).startsWith("HTTP/1.1 414 ");
            assertThat(ask(engine, get("/", "X: " + "y".repeat(70_000) + "\r\n"))).startsWith("HTTP/1.1 431 ");
            assertThat(ask(engine, "PRI * HTTP/2.0\r\n\r\n")).startsWith("HTTP/1.1 505 ");
            assertThat(ask(engine, "CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n")).startsWith("HTTP/1.1 501 ");
        }
    }

    @Test
    void anUnreachableUpstreamIsNamedInTheBody() throws IOException {
        listening.close();
        try (LocalEngine engine = Engines.start(Engines.LIMITS, Route.toEverything(upstream()))) {
            String text = ask(engine, get("/x"));
            assertThat(text).startsWith("HTTP/1.1 502 Bad Gateway\r\n")
                    .contains("text/plain; charset=utf-8")
                    .contains("127.0.0.1:" + listening.getLocalPort())
                    .contains("refused the connection")
                    .contains("Check that the server is running");
            String page = ask(engine, get("/x", "Accept: text/html,*/*\r\n"));
            assertThat(page).contains("text/html; charset=utf-8").contains("<h1>502 Bad Gateway</h1>");
            assertThat(Engines.events(engine, Event.RequestFailed.class)).hasSize(2)
                    .first()
                    .satisfies(e -> assertThat(e.status()).isEqualTo(502))
                    .satisfies(e -> assertThat(e.path()).isEqualTo("/x"));
        }
    }

    @Test
    void aPageNeverCarriesWhatTheClientSentAsMarkup() {
        try (LocalEngine engine = Engines.start(Engines.LIMITS,
                Route.of("only.this", "/", upstream()).answeredWithin(Duration.ofSeconds(1)))) {
            String page = ask(engine, get("/<script>alert(1)</script>", "Accept: text/html\r\n"));
            assertThat(page).startsWith("HTTP/1.1 404 ").contains("&lt;script&gt;").doesNotContain("<script>");
            assertThat(page).contains("only.this/");
        }
    }

    @Test
    void aHostThatCannotBeResolvedIsNamed() {
        try (LocalEngine engine = Engines.start(Engines.LIMITS, Route.toEverything("http://no-such-host.invalid:80"))) {
            assertThat(ask(engine, get("/"))).startsWith("HTTP/1.1 502 ")
                    .contains("no-such-host.invalid cannot be resolved");
        }
    }

    @Test
    void aSlowAnswerGets504AndTheUpstreamIsLetGo() {
        Route impatient = Route.toEverything(upstream()).answeredWithin(Duration.ofMillis(300));
        try (LocalEngine engine = Engines.start(Engines.LIMITS, impatient)) {
            try (Raw client = Raw.connect(Engines.port(engine))) {
                client.send(get("/"));
                Raw silent = Raw.accept(listening);
                silent.head();
                assertThat(client.head()).startsWith("HTTP/1.1 504 ");
                assertThat(client.readTextToEnd()).contains("did not answer within 300 ms");
                assertThat(silent.readToEnd()).isEmpty();
            }
        }
    }

    @Test
    void aPostThatIsRefusedLeavesTheConnectionUsable() throws IOException {
        listening.close();
        try (LocalEngine engine = Engines.start(Engines.LIMITS, Route.toEverything(upstream()));
                Raw client = Raw.connect(Engines.port(engine))) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n").send(new byte[100_000]);
            assertThat(client.head()).startsWith("HTTP/1.1 502 ").doesNotContain("close");
        }
    }

    @Test
    void anAnswerThatIsNotHttpGets502() {
        try (LocalEngine engine = Engines.start(Engines.LIMITS, Route.toEverything(upstream()));
                Raw client = Raw.connect(Engines.port(engine))) {
            client.send(get("/"));
            Raw.accept(listening).send("SSH-2.0-OpenSSH_9.9\r\n\r\n");
            assertThat(client.head()).startsWith("HTTP/1.1 502 ");
            assertThat(client.readTextToEnd()).contains("not HTTP");
        }
    }

    @Test
    void aLoopIsBroken() {
        try (LocalEngine engine = Engines.start(Engines.LIMITS, Route.toEverything(upstream()))) {
            String via = "Via: 1.1 socketscope, 1.1 x\r\nVia: 1.1 socketscope\r\n";
            assertThat(ask(engine, get("/", via + via))).startsWith("HTTP/1.1 508 Loop Detected\r\n");
        }
    }

    @Test
    void moreRequestsThanMayWaitGet503AtOnce() {
        EngineConfig.Limits one = new EngineConfig.Limits(10, 1, 1000, Duration.ofSeconds(5));
        try (LocalEngine engine = Engines.start(one, Route.toEverything(upstream()));
                Raw first = Raw.connect(Engines.port(engine))) {
            first.send(get("/first"));
            Raw waiting = Raw.accept(listening);
            waiting.head();
            String refused = ask(engine, get("/second"));
            assertThat(refused).startsWith("HTTP/1.1 503 ")
                    .containsIgnoringCase("retry-after: 2")
                    .contains("limits.maxPending");
            assertThat(Engines.events(engine, Event.LimitReached.class)).hasSize(1);
            waiting.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            assertThat(first.head()).startsWith("HTTP/1.1 200 ");
            try (Raw third = Raw.connect(Engines.port(engine))) {
                third.send(get("/third"));
                assertThat(Raw.accept(listening).head()).startsWith("GET /third ");
            }
        }
    }

    @Test
    void headGetsNoBodyEvenFromTheEngine() throws IOException {
        listening.close();
        try (LocalEngine engine = Engines.start(Engines.LIMITS, Route.toEverything(upstream()))) {
            String answer = ask(engine, "HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 502 ").endsWith("\r\n\r\n");
        }
    }
}
