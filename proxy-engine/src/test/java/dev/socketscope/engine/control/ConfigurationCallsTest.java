package dev.socketscope.engine.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.control.Reload.Outcome;
import dev.socketscope.engine.wire.ConfigProblemJson;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConfigurationCallsTest {
    private final ControlRig rig = new ControlRig();

    @AfterAll
    void close() {
        rig.close();
    }

    @Test
    void aReloadTellsWhatIsInForceAndWhatNeedsARestart() {
        rig.reload = () -> new Outcome.Done("reloaded dev.yaml: 2 routes", List.of("listen: :9100 needs a restart"));
        ControlRig.Reply reply = rig.post("/api/v1/reload", null);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/message")).isEqualTo("reloaded dev.yaml: 2 routes");
        assertThat(reply.at("/restart/0")).isEqualTo("listen: :9100 needs a restart");
    }

    @Test
    void aFileWithMistakesIsRefusedWithEachOfThem() {
        rig.reload = () -> new Outcome.Refused("dev.yaml:3: routes[0].upstream: got \"x\", expected …",
                List.of(new ConfigProblemJson(3, "routes[0].upstream", "got \"x\", expected …"),
                        new ConfigProblemJson(null, null, "no such file")));
        ControlRig.Reply reply = rig.post("/api/v1/reload", null);
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.at("/detail")).startsWith("dev.yaml:3: routes[0].upstream: ");
        assertThat(reply.at("/problems/0/line")).isEqualTo("3");
        assertThat(reply.at("/problems/0/key")).isEqualTo("routes[0].upstream");
        assertThat(reply.at("/problems/1/text")).isEqualTo("no such file");
        assertThat(reply.json().at("/problems/1").has("line")).isFalse();
    }

    @Test
    void whatIsReadCanBeChangedAndPutBack() {
        ControlRig.Reply before = rig.get("/api/v1/routes");
        assertThat(before.at("/routes/0/upstream")).isEqualTo(rig.sandbox.uri().toString());
        assertThat(before.at("/routes/0/match/path")).isEqualTo("/");
        assertThat(before.at("/routes/0/idleTimeout")).isEqualTo("1h");
        String id = rig.openConnection("/echo");
        String changed = before.answer().body().replace("\"path\":\"/\"", "\"path\":\"/echo\"");
        ControlRig.Reply put = rig.call("PUT", "/api/v1/routes", changed);
        assertThat(put.status()).isEqualTo(200);
        assertThat(put.at("/message")).isEqualTo("Replaced the routes: 1 route.");
        assertThat(rig.get("/api/v1/routes").answer().body()).isEqualTo(changed);
        assertThat(rig.get("/api/v1/connections/" + id).at("/state")).isEqualTo("open");
        assertThat(rig.call("PUT", "/api/v1/routes", before.answer().body()).status()).isEqualTo(200);
    }

    @Test
    void yamlIsTakenTooAndMistakesAreThoseOfAFile() {
        ControlRig.Reply before = rig.get("/api/v1/routes");
        ControlRig.Reply wrong = rig.call("PUT", "/api/v1/routes", """
                routes:
                  - upstream: ftp://127.0.0.1:1
                    hmrr: auto
                  - match: {path: echo}
                    upstream: http://127.0.0.1:1
                """);
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.at("/detail").lines()).hasSize(3)
                .first()
                .asString()
                .startsWith("request:2: routes[0].upstream: got \"ftp://127.0.0.1:1\", expected http://HOST:PORT");
        assertThat(wrong.at("/problems/1/line")).isEqualTo("3");
        assertThat(wrong.at("/problems/1/key")).isEqualTo("routes[0].hmrr");
        assertThat(wrong.at("/problems/1/text")).endsWith("did you mean hmr?");
        assertThat(wrong.at("/problems/2/key")).isEqualTo("routes[1].match.path");
        assertThat(rig.get("/api/v1/routes").answer().body()).isEqualTo(before.answer().body());
        ControlRig.Reply right = rig.call("PUT", "/api/v1/routes",
                "routes: [{upstream: '" + rig.sandbox.uri() + "', keepAlive: off}]");
        assertThat(right.status()).isEqualTo(200);
        assertThat(rig.get("/api/v1/routes").at("/routes/0/keepAlive/legs")).isEqualTo("none");
        assertThat(rig.call("PUT", "/api/v1/routes", before.answer().body()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{}|missing, expected a list", "''|missing, expected a list",
            "{\"routes\":[]}|got an empty list, expected a list with at least one element",
            "[]|got an empty list, expected a mapping with the key routes",
            "{\"routes\":[{\"upstream\":\"http://h:1\"}],\"listen\":\":1\"}|for an unknown key, expected one of routes",
            "{\"routes\":|not valid YAML"})
    void whatHoldsNoRoutesIsRefused(String body, String detail) {
        ControlRig.Reply reply = rig.call("PUT", "/api/v1/routes", body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/detail")).contains(detail);
        assertThat(reply.json().at("/problems")).hasSize(1);
    }

    @Test
    void envoysBootstrapIsMadeOfTheRoutesInForce() {
        ControlRig.Reply before = rig.get("/api/v1/routes");
        ControlRig.Reply envoy = rig.get("/api/v1/envoy");
        assertThat(envoy.status()).isEqualTo(200);
        assertThat(envoy.answer().headers().firstValue("Content-Type")).hasValue("application/yaml; charset=utf-8");
        assertThat(envoy.answer().body()).contains("port_value: " + rig.sandbox.uri().getPort(),
                "upgrade_type: websocket");
        rig.call("PUT", "/api/v1/routes", "routes: [{upstream: 'http://{sandbox}:1'}]");
        ControlRig.Reply refused = rig.get("/api/v1/envoy");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("/detail")).contains("http://{sandbox}:1", "Envoy cannot be told so");
        rig.call("PUT", "/api/v1/routes", before.answer().body());
    }

    @Test
    void anEngineWithoutAFileSaysSo() {
        rig.reload = Reload.NO_FILE;
        ControlRig.Reply reply = rig.post("/api/v1/reload", null);
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.at("/detail")).contains("without --config");
        assertThat(reply.json().has("problems")).isFalse();
        assertThat(rig.post("/api/v1/reload", "{}").status()).isEqualTo(400);
    }
}
