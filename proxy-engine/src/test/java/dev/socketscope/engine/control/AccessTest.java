package dev.socketscope.engine.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, byte by byte on real sockets. */
class AccessTest {
    private static final String BEARER = "Authorization: Bearer " + ControlRig.TOKEN + "\r\n";
    private static final String UPGRADE = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    private final ControlRig rig = new ControlRig();
    private final int port = rig.server.address().getPort();

    @AfterEach
    void close() {
        rig.close();
    }

    private String ask(String path, String host, String headers) {
        try (RawCaller caller = new RawCaller(port)) {
            return caller.send("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "\r\n").answer();
        }
    }

    private String ask(String headers) {
        return ask("/api/v1/engine", "127.0.0.1:" + port, headers);
    }

    @Test
    void theTokenOpensTheDoor() {
        assertThat(ask(BEARER)).startsWith("HTTP/1.1 200 ").contains("cache-control: no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Authorization: Bearer wrong\r\n", "Authorization: Basic dTpw\r\n",
            "Authorization: Bearer " + ControlRig.TOKEN + "x\r\n",
            "Authorization: Bearer test-token-012345678\r\n",
            "Authorization: Bearer " + ControlRig.TOKEN + "\r\nAuthorization: Bearer other\r\n"})
    void withoutTheTokenItStaysShut(String headers) {
        assertThat(ask(headers)).startsWith("HTTP/1.1 401 ")
                .contains("WWW-Authenticate: Bearer realm=\"socketscope\"")
                .doesNotContain(ControlRig.TOKEN);
    }

    @Test
    void healthAndMetricsNeedNoTokenOnThisMachine() {
        assertThat(ask("/healthz", "localhost", "")).startsWith("HTTP/1.1 200 ").endsWith("{\"status\":\"ok\"}");
        assertThat(ask("/metrics", "localhost", "")).startsWith("HTTP/1.1 200 ")
                .contains("content-type: text/plain; version=0.0.4; charset=utf-8")
                .contains("\nwebsocket_active_connections 0\n");
    }

    @Test
    void whoAcceptsOpenMetricsGetsIt() {
        assertThat(ask("/metrics", "localhost", "Accept: application/openmetrics-text;version=1.0.0\r\n"))
                .contains("content-type: application/openmetrics-text; version=1.0.0; charset=utf-8")
                .endsWith("# EOF\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "LOCALHOST:1", "127.0.0.1:9001"})
    void namesOfThisMachineAreKnownWhateverPortIsForwarded(String host) {
        assertThat(ask("/api/v1/engine", host, BEARER)).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"attacker.example", "localhost.attacker.example", "127.0.0.1.attacker.example", "10.0.0.7",
            "[::1]", "0.0.0.0", "127.0.0.2", "2130706433", "0x7f.1", "localhost:", "user@localhost", ""})
    void otherHostsAreRefusedEvenWithTheToken(String host) {
        assertThat(ask("/api/v1/engine", host, BEARER)).startsWith("HTTP/1.1 403 ");
        assertThat(ask("/healthz", host, "")).startsWith("HTTP/1.1 403 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Origin: http://attacker.example\r\n", "Origin: null\r\n", "Origin: http://localhost:1\r\n",
            "Origin: https://127.0.0.1\r\n", "Origin: \r\n", "Sec-Fetch-Site: cross-site\r\n"})
    void pagesOfOtherOriginsAreRefusedEvenWithTheToken(String header) {
        assertThat(ask(BEARER + header)).startsWith("HTTP/1.1 403 ");
        assertThat(ask("/api/v1/stream", "127.0.0.1:" + port, BEARER + UPGRADE + header)).startsWith("HTTP/1.1 403 ");
        assertThat(ask("/metrics", "127.0.0.1:" + port, header)).startsWith("HTTP/1.1 403 ");
    }

    @Test
    void twoOriginsAreRefusedThoughOneIsOurs() {
        String own = "Origin: http://127.0.0.1:" + port + "\r\n";
        assertThat(ask(BEARER + own)).startsWith("HTTP/1.1 200 ");
        assertThat(ask(BEARER + own + "Origin: http://attacker.example\r\n")).startsWith("HTTP/1.1 403 ");
    }

    @Test
    void theStreamNeedsTheTokenToo() {
        assertThat(ask("/api/v1/stream", "127.0.0.1", UPGRADE)).startsWith("HTTP/1.1 401 ");
        assertThat(ask("/api/v1/stream", "127.0.0.1", BEARER + UPGRADE)).startsWith("HTTP/1.1 101 ");
        assertThat(ask("/api/v1/stream", "127.0.0.1", BEARER)).startsWith("HTTP/1.1 426 ");
    }

    @Test
    void whoGuessesIsNotListenedToForAWhile() {
        for (int i = 0; i < FailedTokens.ALLOWED; i++) {
            assertThat(ask("Authorization: Bearer guess-" + i + "\r\n")).startsWith("HTTP/1.1 401 ");
        }
        String locked = ask("Authorization: Bearer another-guess\r\n");
        assertThat(locked).startsWith("HTTP/1.1 429 ").containsPattern("Retry-After: [1-6]\\d?\r\n");
        assertThat(ask(BEARER)).as("the right token").startsWith("HTTP/1.1 429 ");
        assertThat(ask("")).as("no token is no guess").startsWith("HTTP/1.1 401 ");
    }

    @Test
    void healthAndMetricsNeedTheTokenFromElsewhere() throws Exception {
        AccessCheck access = new AccessCheck(ControlToken.of(ControlRig.TOKEN), new FailedTokens(System::nanoTime));
        InetSocketAddress here = new InetSocketAddress(InetAddress.ofLiteral("10.0.0.1"), 9001);
        InetSocketAddress peer = new InetSocketAddress(InetAddress.ofLiteral("10.0.0.2"), 5000);
        HttpHeaders headers = new DefaultHttpHeaders().add("Host", "10.0.0.1:9001");
        assertThat(access.refusal("/metrics", headers, peer, here)).map(Answer::status).contains(401);
        headers.add("Authorization", "Bearer " + ControlRig.TOKEN);
        assertThat(access.refusal("/metrics", headers, peer, here)).isEmpty();
        headers.set("Host", "localhost:9001");
        assertThat(access.refusal("/metrics", headers, peer, here)).map(Answer::status).contains(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[::1]", "[::1]:9001", "localhost"})
    void namesOfThisMachineAreKnownInTheOtherAddressFamilyToo(String host) {
        AccessCheck access = new AccessCheck(ControlToken.of(ControlRig.TOKEN), new FailedTokens(System::nanoTime));
        InetSocketAddress here = new InetSocketAddress(InetAddress.ofLiteral("::1"), 9001);
        assertThat(access.refusal("/healthz", new DefaultHttpHeaders().add("Host", host), here, here)).isEmpty();
    }

    @Test
    void aPageThatAsksForPermissionGetsNone() {
        try (RawCaller caller = new RawCaller(port)) {
            String answer = caller.send("OPTIONS /api/v1/faults HTTP/1.1\r\nHost: 127.0.0.1:" + port
                    + "\r\nOrigin: http://attacker.example\r\nAccess-Control-Request-Method: POST\r\n\r\n").answer();
            assertThat(answer).startsWith("HTTP/1.1 403 ").doesNotContainIgnoringCase("access-control-allow");
        }
    }
}
