package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.api.HeaderPolicy;
import dev.socketscope.engine.api.Route;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A route with a list of header fields: what the upstream gets to see, on the wire. */
class HeaderPolicyTest {
    private final ServerSocket listening = Raw.listen();
    private final LocalEngine engine = Engines.start(Engines.LIMITS,
            Route.toEverything("http://127.0.0.1:" + listening.getLocalPort())
                    .with(HeaderPolicy.only(Set.of("Cookie", "x-kept"))));
    private final Raw client = Raw.connect(Engines.port(engine));

    @AfterEach
    void stop() throws IOException {
        client.close();
        engine.close();
        listening.close();
    }

    private static List<String> names(String head) {
        return head.lines()
                .skip(1)
                .filter(line -> !line.isEmpty())
                .map(line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT))
                .toList();
    }

    @Test
    void aRequestKeepsWhatIsListedAndWhatHttpNeeds() {
        client.send("POST /x HTTP/1.1\r\nHost: a\r\nOrigin: http://a\r\nCOOKIE: s=1\r\nUser-Agent: u\r\n"
                + "X-Kept: 1\r\nx-kept: 2\r\nX-Forwarded-For: 203.0.113.7\r\nX-Other: 1\r\nSec-Fetch-Mode: cors\r\n"
                + "Content-Length: 2\r\n\r\nhi");
        try (Raw upstream = Raw.accept(listening)) {
            String head = upstream.head();
            assertThat(names(head)).containsExactlyInAnyOrder("host", "cookie", "x-kept", "x-kept", "content-length",
                    "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "via");
            assertThat(head).contains("X-Forwarded-For: 203.0.113.7, 127.0.0.1");
            assertThat(upstream.readText(2)).isEqualTo("hi");
        }
    }

    @Test
    void trailersAreFieldsToo() {
        client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "1\r\nz\r\n0\r\nX-Kept: 1\r\nX-Other: 2\r\n\r\n");
        try (Raw upstream = Raw.accept(listening)) {
            assertThat(upstream.head()).containsIgnoringCase("transfer-encoding: chunked");
            assertThat(upstream.readText(1 + 2 + 1 + 2)).isEqualTo("1\r\nz\r\n");
            assertThat(upstream.head()).isEqualTo("0\r\nX-Kept: 1\r\n\r\n");
        }
    }

    @Test
    void anUpgradeKeepsWhatItIsMadeOfAndTheRecordShowsWhatIsMissing() {
        client.upgrade("/_hmr", "Origin: http://a", "Cookie: s=1", "User-Agent: u", "Sec-WebSocket-Protocol: vite-hmr",
                "Sec-WebSocket-Extensions: permessage-deflate", "Sec-Fetch-Mode: websocket");
        try (Raw upstream = Raw.accept(listening)) {
            assertThat(names(upstream.switchProtocols("Sec-WebSocket-Protocol: vite-hmr"))).containsExactlyInAnyOrder(
                    "host", "upgrade", "connection", "sec-websocket-version", "sec-websocket-key",
                    "sec-websocket-protocol", "sec-websocket-extensions", "cookie", "x-forwarded-for",
                    "x-forwarded-host", "x-forwarded-proto", "via");
            assertThat(client.head()).startsWith("HTTP/1.1 101 ");
        }
        Header origin = new Header("Origin", "http://a");
        assertThat(Engines.only(engine).handshake().requestHeaders()).contains(origin);
        assertThat(Engines.only(engine).handshake().forwardedHeaders()).doesNotContain(origin);
    }

    @Test
    void aBrowserGetsAPageEvenIfTheUpstreamIsNotToldWhatItAccepts() throws IOException {
        listening.close();
        client.send("GET / HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\nConnection: close\r\n\r\n");
        assertThat(client.head()).startsWith("HTTP/1.1 502 ").contains("text/html");
    }
}
