package dev.socketscope.engine.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that two readers could understand in two ways. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmugglingTest {
    private static final String HEAD = "POST /api/v1/faults HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + ControlRig.TOKEN + "\r\n";
    private static final String HIDDEN = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private final ControlRig rig = new ControlRig();
    private final int port = rig.server.address().getPort();

    @AfterAll
    void close() {
        rig.close();
    }

    static Stream<Arguments> requests() {
        String large = "x".repeat(20_000);
        return Stream.of(Arguments.of("both framings", "400",
                HEAD + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + HIDDEN),
                Arguments.of("chunked", "411", HEAD + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + HIDDEN),
                Arguments.of("obscured coding", "400", HEAD + "Transfer-Encoding: xchunked\r\n\r\n" + HIDDEN),
                Arguments.of("two lengths", "400", HEAD + "Content-Length: 2\r\nContent-Length: 0\r\n\r\n" + HIDDEN),
                Arguments.of("two equal lengths", "400",
                        HEAD + "Content-Length: 0\r\nContent-Length: 0\r\n\r\n" + HIDDEN),
                Arguments.of("signed length", "400", HEAD + "Content-Length: +2\r\n\r\n{}" + HIDDEN),
                Arguments.of("list of lengths", "400", HEAD + "Content-Length: 0, 0\r\n\r\n" + HIDDEN),
                Arguments.of("folded line", "400", HEAD + "X: a\r\n Content-Length: 5\r\n\r\n" + HIDDEN),
                Arguments.of("folded with a tab", "400", HEAD + "X: a\r\n\tb\r\n\r\n" + HIDDEN),
                Arguments.of("space before the colon", "400", HEAD + "Content-Length : 5\r\n\r\n" + HIDDEN),
                Arguments.of("bare line feeds", "400",
                        "GET /healthz HTTP/1.1\nHost: localhost\n\n" + HIDDEN),
                Arguments.of("two hosts", "400",
                        "GET /healthz HTTP/1.1\r\nHost: localhost\r\nHost: x\r\n\r\n" + HIDDEN),
                Arguments.of("no host", "400", "GET /healthz HTTP/1.1\r\n\r\n" + HIDDEN),
                Arguments.of("absolute target", "400",
                        "GET http://x/healthz HTTP/1.1\r\nHost: localhost\r\n\r\n" + HIDDEN),
                Arguments.of("old version", "505", "GET /healthz HTTP/1.0\r\nHost: localhost\r\n\r\n" + HIDDEN),
                Arguments.of("no HTTP at all", "400", "\u0016\u0003\u0001\r\n\r\n" + HIDDEN),
                Arguments.of("long line", "414",
                        "GET /healthz?" + large + " HTTP/1.1\r\nHost: localhost\r\n\r\n" + HIDDEN),
                Arguments.of("long headers", "431",
                        "GET /healthz HTTP/1.1\r\nHost: localhost\r\nX: " + large + "\r\n\r\n" + HIDDEN),
                Arguments.of("large body", "413", HEAD + "Content-Length: 300000\r\n\r\n" + HIDDEN));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void isRefusedOnceAndTheConnectionEnds(String what, String status, String request) {
        try (RawCaller caller = new RawCaller(port)) {
            String all = caller.send(request).rest();
            assertThat(all).as(what).startsWith("HTTP/1.1 " + status + " ").containsIgnoringCase("connection: close");
            assertThat(all.split("HTTP/1\\.1 \\d", -1)).as("answers").hasSize(2);
            assertThat(all).doesNotContain("\"status\":\"ok\"");
        }
    }

    @Test
    void aFoldIsSeenWhereverTheBytesAreSplit() {
        byte[] request = ("GET /healthz HTTP/1.1\r\nHost: localhost\r\nX: a\r\n b\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 1; i < request.length; i++) {
            try (RawCaller caller = new RawCaller(port)) {
                caller.send(Arrays.copyOf(request, i)).send(Arrays.copyOfRange(request, i, request.length));
                assertThat(caller.rest()).as("split at " + i).startsWith("HTTP/1.1 400 ");
            }
        }
    }

    @Test
    void oneConnectionServesManyRequestsOneAfterTheOther() {
        try (RawCaller caller = new RawCaller(port)) {
            for (int i = 0; i < 3; i++) {
                assertThat(caller.send(HIDDEN).answer()).startsWith("HTTP/1.1 200 ")
                        .doesNotContain("connection: close");
            }
        }
    }

    @Test
    void whoDoesNotWaitGetsTheFirstAnswerOnly() {
        try (RawCaller caller = new RawCaller(port)) {
            String poll = "GET /api/v1/events?after=999&wait=200ms HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                    + ControlRig.TOKEN + "\r\n\r\n";
            String all = caller.send(poll + HIDDEN).rest();
            assertThat(all.split("HTTP/1\\.1 200", -1)).hasSize(2);
            assertThat(all).contains("\"missed\":0").doesNotContain("\"status\":\"ok\"");
        }
    }

    @Test
    void aBodyWithALineThatLooksFoldedIsABody() {
        try (RawCaller caller = new RawCaller(port)) {
            String body = "{\n \"type\":\n \"nonsense\"}";
            String answer = caller.send(HEAD + "Content-Length: " + body.length() + "\r\n\r\n" + body).answer();
            assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"key\":\"type\"");
        }
    }
}
