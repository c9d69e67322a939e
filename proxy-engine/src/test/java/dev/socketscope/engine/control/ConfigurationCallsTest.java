package dev.socketscope.engine.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.control.Reload.Outcome;
import dev.socketscope.engine.wire.ConfigProblemJson;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

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
    void anEngineWithoutAFileSaysSo() {
        rig.reload = Reload.NO_FILE;
        ControlRig.Reply reply = rig.post("/api/v1/reload", null);
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.at("/detail")).contains("without --config");
        assertThat(reply.json().has("problems")).isFalse();
        assertThat(rig.post("/api/v1/reload", "{}").status()).isEqualTo(400);
    }
}
