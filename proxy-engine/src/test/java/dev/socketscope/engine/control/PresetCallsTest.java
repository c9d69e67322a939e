package dev.socketscope.engine.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.FaultStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hops are armed and disarmed by their names. */
class PresetCallsTest {
    private final ControlRig rig = new ControlRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void everyPresetIsListedWithWhatItDoes() {
        ControlRig.Reply reply = rig.get("/api/v1/presets");
        assertThat(reply.json().at("/presets")).hasSize(8);
        assertThat(reply.at("/presets/5/name")).isEqualTo("cloudflare-edge");
        assertThat(reply.at("/presets/5/summary")).contains("idle for 100 s");
        assertThat(reply.at("/presets/5/faults/0/idle")).isEqualTo("100s");
    }

    @Test
    void aPresetIsArmedForWhatMatchesAndDisarmedByItsName() {
        rig.post("/api/v1/faults", "{\"type\":\"latency\",\"delay\":\"1ms\",\"label\":\"mine\"}");
        ControlRig.Reply reply = rig.post("/api/v1/presets/satellite", "{\"match\":{\"path\":\"/feed\"}}");
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().at("/armed")).hasSize(3);
        assertThat(rig.engine.faults()).filteredOn(f -> f.armed().fault().label().equals("satellite"))
                .hasSize(3)
                .allMatch(f -> "/feed".equals(f.armed().fault().match().path()));
        assertThat(rig.delete("/api/v1/presets/satellite").at("/message")).isEqualTo("Disarmed 3 faults of satellite.");
        assertThat(rig.engine.faults()).extracting(FaultStatus::armed)
                .singleElement()
                .matches(armed -> armed.fault().label().equals("mine"));
    }

    @Test
    void withoutAScopeItIsForEverything() {
        assertThat(rig.post("/api/v1/presets/corporate-proxy", "").status()).isEqualTo(201);
        assertThat(rig.engine.faults()).hasSize(1);
    }

    @Test
    void aPresetThatTheEngineDoesNotTakeWhollyLeavesNothing() {
        for (int i = 0; i < 199; i++) {
            rig.post("/api/v1/faults", "{\"type\":\"drop\"}");
        }
        ControlRig.Reply reply = rig.post("/api/v1/presets/satellite", "");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/detail")).contains("as many armed faults as the engine takes on");
        assertThat(rig.engine.faults()).hasSize(199);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "train|{\"match\":{\"direction\":\"to-client\"}}|400|no such key for train",
            "train|{\"mach\":{}}|400|did you mean match?", "trian|{}|404|did you mean train?"})
    void whatCannotBeIsSaidWithTheRemedy(String name, String body, int status, String detail) {
        ControlRig.Reply reply = rig.post("/api/v1/presets/" + name, body);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.answer().body()).contains(detail);
        assertThat(rig.engine.faults()).isEmpty();
    }
}
