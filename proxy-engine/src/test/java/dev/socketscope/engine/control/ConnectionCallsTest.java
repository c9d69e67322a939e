package dev.socketscope.engine.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connections by curl's means, against a real engine with real sockets. */
class ConnectionCallsTest {
    private final ControlRig rig = new ControlRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void tellsWhatTheEngineIs() {
        ControlRig.Reply reply = rig.get("/api/v1/engine");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/listen/0")).isEqualTo(rig.engine.info().listen());
        assertThat(reply.at("/limits/handshakeTimeout")).isEqualTo("10s");
        assertThat(reply.json().at("/journal/maxBytes").longValue()).isEqualTo(256L << 20);
    }

    @Test
    void listsConnectionsAndHidesTheirSecrets() {
        String id = rig.openConnection("/echo?token=hunter2&room=7");
        ControlRig.Reply all = rig.get("/api/v1/connections");
        assertThat(all.at("/connections/0/id")).isEqualTo(id);
        assertThat(all.at("/connections/0/query")).startsWith("token=").endsWith("&room=7");
        assertThat(all.answer().body()).doesNotContain("hunter2");
        ControlRig.Reply one = rig.get("/api/v1/connections/" + id);
        assertThat(one.at("/state")).isEqualTo("open");
        assertThat(one.at("/path")).isEqualTo("/echo");
        assertThat(one.json().at("/handshake/stepsMicros/connect").isMissingNode()).isFalse();
        assertThat(one.answer().body()).doesNotContain("hunter2");
    }

    @Test
    void listsOnlyTheStateThatIsAskedFor() {
        rig.openConnection("/echo");
        assertThat(rig.get("/api/v1/connections?state=open").json().get("connections").size()).isOne();
        assertThat(rig.get("/api/v1/connections?state=upstream-away").json().get("connections").size()).isZero();
    }

    @Test
    void deletingEndsTheRealSocketWithTheCodeThatWasAskedFor() throws Exception {
        CompletableFuture<String> closed = new CompletableFuture<>();
        java.net.URI uri = java.net.URI.create("ws://" + rig.engine.info().listen() + "/echo");
        rig.http.newWebSocketBuilder().buildAsync(uri, new WebSocket.Listener() {
            @Override
            public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
                closed.complete(code + " " + reason);
                return null;
            }
        }).join();
        String id = await().until(() -> rig.engine.connections(), c -> !c.isEmpty()).getFirst().id();
        await().until(() -> rig.get("/api/v1/connections/" + id).at("/state").equals("open"));

        ControlRig.Reply reply = rig.delete("/api/v1/connections/" + id + "?mode=close&code=4321&reason=go%20away");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(closed.get(10, TimeUnit.SECONDS)).isEqualTo("4321 go away");
        await().until(() -> rig.get("/api/v1/connections/" + id).at("/close/by").equals("engine"));
        ControlRig.Reply again = rig.delete("/api/v1/connections/" + id);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.at("/detail")).contains("closed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"?leg=left|leg|\"left\"|one of client, upstream, both",
            "?mode=soft|mode|\"soft\"|one of close, fin, rst",
            "?code=1006|code|1006|1000 to 1003, 1007 to 1014 or 3000 to 4999: no other may stand in a Close frame",
            "?mode=fin&code=4000|code|\"4000\"|none: only mode=close sends a Close frame",
            "?mode=rst&reason=bye|reason|\"bye\"|none: only mode=close sends a Close frame",
            "?code=x|code|\"x\"|a whole number from 0 to 9999", "?code=1000&code=1001|code|2 of them|it once",
            "?reson=x|reson|an unknown parameter|one of leg, mode, code, reason; did you mean reason?"})
    void aParameterThatDoesNotFitIsNamedWithWhatWasExpected(String query, String key, String value, String expected) {
        String id = rig.openConnection("/echo");
        ControlRig.Reply reply = rig.delete("/api/v1/connections/" + id + query);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/key")).isEqualTo(key);
        assertThat(reply.at("/value")).isEqualTo(value);
        assertThat(reply.at("/expected")).isEqualTo(expected);
        assertThat(reply.answer().headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(rig.get("/api/v1/connections/" + id).at("/state")).isEqualTo("open");
    }

    @Test
    void whatIsNotThereIs404() {
        assertThat(rig.get("/api/v1/connections/ws_none").at("/detail")).startsWith("There is no connection ws_none");
        assertThat(rig.delete("/api/v1/connections/ws_none").status()).isEqualTo(404);
        assertThat(rig.get("/api/v1/connections/ws_none/frames").status()).isEqualTo(404);
        assertThat(rig.delete("/api/v1/sandboxes/none").status()).isEqualTo(404);
        assertThat(rig.delete("/api/v1/faults/flt_none").status()).isEqualTo(404);
        assertThat(rig.delete("/api/v1/hmr/ws_none").status()).isEqualTo(404);
        ControlRig.Reply mistyped = rig.get("/api/v1/conections");
        assertThat(mistyped.status()).isEqualTo(404);
        assertThat(mistyped.at("/detail")).contains("did you mean /api/v1/connections?");
        assertThat(rig.get("/zzz").at("/detail")).contains("/api/v1/openapi.yaml");
    }

    @Test
    void aWrongMethodIsToldWhichOnesThereAre() {
        ControlRig.Reply reply = rig.call("PUT", "/api/v1/faults", "{}");
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.answer().headers().firstValue("Allow")).contains("DELETE, GET, HEAD, POST");
    }

    @Test
    void whoAsksForTheHeadAloneGetsNoContent() {
        try (RawCaller caller = new RawCaller(rig.server.address().getPort())) {
            String head = caller.send("HEAD /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n").head();
            String next = caller.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n").answer();
            assertThat(head).startsWith("HTTP/1.1 200 ").contains("content-length: 15");
            assertThat(next).startsWith("HTTP/1.1 200 ").endsWith("{\"status\":\"ok\"}");
        }
    }

    @Test
    void aTargetThatCannotBeDecodedIs400() {
        try (RawCaller caller = new RawCaller(rig.server.address().getPort())) {
            String answer = caller
                    .send("GET /api/v1/connections/%zz HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                            + ControlRig.TOKEN + "\r\n\r\n")
                    .answer();
            assertThat(answer).startsWith("HTTP/1.1 400 ").contains("percent-encoded");
        }
    }

    @Test
    void aBodyWhereNoneIsTakenIsRefused() {
        assertThat(rig.call("DELETE", "/api/v1/faults", "{}").status()).isEqualTo(400);
    }
}
