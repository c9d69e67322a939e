package dev.socketscope.engine.ws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.ws.HandshakeRules.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandshakeRulesTest {
    private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";
    private static final List<Header> GOOD = List.of(new Header("Host", "localhost"),
            new Header("upgrade", "h2c, WebSocket"), new Header("Connection", "keep-alive"),
            new Header("Connection", "Upgrade"), new Header("Sec-WebSocket-Key", KEY),
            new Header("Sec-WebSocket-Version", "13"));

    @Test
    void theRfcsKeyHasTheRfcsAnswer() {
        assertThat(HandshakeRules.accept(KEY)).isEqualTo("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
        assertThat(HandshakeRules.accepts(KEY, List.of(new Header("sec-websocket-accept",
                " s3pPLMBiTxaQ9kYGzzhZRbK+xOo= ")))).isTrue();
        assertThat(HandshakeRules.accepts(KEY, List.of(new Header("Sec-WebSocket-Accept", "nonsense")))).isFalse();
        assertThat(HandshakeRules.accepts(KEY, List.of())).isFalse();
    }

    @Test
    void tokensAreFoundInListsAndInAnyCase() {
        assertThat(HandshakeRules.wantsWebSocket(GOOD)).isTrue();
        assertThat(HandshakeRules.problem("GET", "HTTP/1.1", GOOD)).isEmpty();
        assertThat(HandshakeRules.wantsWebSocket(List.of(new Header("Upgrade", "h2c")))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Sec-WebSocket-Version | 8 | 426 | not 8",
            "Sec-WebSocket-Key | dGhl | 400 | 16 bytes", "Sec-WebSocket-Key | %%% | 400 | not base64",
            "Connection | keep-alive | 400 | Connection", "Upgrade | h2c | 400 | Upgrade"})
    void aWrongHeaderIsNamed(String name, String value, int status, String reason) {
        List<Header> headers = without(name);
        headers.add(new Header(name, value));
        assertProblem(HandshakeRules.problem("GET", "HTTP/1.1", headers), status, reason);
    }

    @Test
    void aMissingOrDoubledHeaderIsNamed() {
        assertProblem(HandshakeRules.problem("GET", "HTTP/1.1", without("Sec-WebSocket-Key")), 400, "missing");
        assertProblem(HandshakeRules.problem("GET", "HTTP/1.1", without("Sec-WebSocket-Version")), 426, "missing");
        List<Header> twice = new ArrayList<>(GOOD);
        twice.add(new Header("Sec-WebSocket-Key", KEY));
        assertProblem(HandshakeRules.problem("GET", "HTTP/1.1", twice), 400, "more than once");
    }

    @Test
    void methodAndVersionOfHttpMatter() {
        assertProblem(HandshakeRules.problem("POST", "HTTP/1.1", GOOD), 405, "POST");
        assertProblem(HandshakeRules.problem("GET", "HTTP/1.0", GOOD), 400, "HTTP/1.0");
    }

    private static List<Header> without(String name) {
        List<Header> headers = new ArrayList<>(GOOD);
        headers.removeIf(h -> h.name().equalsIgnoreCase(name));
        return headers;
    }

    private static void assertProblem(Optional<Problem> problem, int status, String reason) {
        assertThat(problem).hasValueSatisfying(p -> {
            assertThat(p.status()).isEqualTo(status);
            assertThat(p.reason()).contains(reason);
        });
    }
}
