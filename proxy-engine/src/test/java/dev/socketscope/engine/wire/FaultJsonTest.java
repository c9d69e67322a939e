package dev.socketscope.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class FaultJsonTest {
    /** One of every type with parameters that are not the default. */
    static final List<String> FAULTS = List.of(
            "{\"type\":\"refuse\",\"status\":502,\"headers\":[{\"name\":\"Retry-After\",\"value\":\"5\"}],\"body\":\"no\"}",
            "{\"type\":\"delay-handshake\",\"delay\":\"1500ms\"}", "{\"type\":\"hang-handshake\"}",
            "{\"type\":\"drop-handshake\",\"mode\":\"rst\"}",
            "{\"type\":\"latency\",\"delay\":\"100ms\",\"jitter\":\"0.25ms\",\"distribution\":\"pareto\"}",
            "{\"type\":\"bandwidth\",\"bytesPerSecond\":1099511627776}",
            "{\"type\":\"slice\",\"bytes\":1,\"delay\":\"1ms\"}", "{\"type\":\"black-hole\"}",
            "{\"type\":\"disconnect\",\"leg\":\"upstream\",\"mode\":\"fin\",\"code\":4000,\"reason\":\"bye\"}",
            "{\"type\":\"max-lifetime\",\"duration\":\"1h\"}", "{\"type\":\"max-bytes\",\"bytes\":4096}",
            "{\"type\":\"idle-cut\",\"idle\":\"90s\"}", "{\"type\":\"slow-close\",\"delay\":\"3s\"}",
            "{\"type\":\"drop\",\"match\":{\"connection\":\"ws_1\",\"route\":\"*/\",\"path\":\"/a\",\"sandbox\":\"s\","
                    + "\"direction\":\"to-client\",\"opcode\":\"text\",\"text\":\"/x/i\",\"everyNth\":2,\"skip\":3}}",
            "{\"type\":\"duplicate\",\"copies\":2,\"gap\":\"10ms\",\"probability\":0.25,\"count\":4,\"seed\":9}",
            "{\"type\":\"reorder\",\"window\":5,\"maxHold\":\"2s\",\"after\":\"10s\",\"duration\":\"1m\"}",
            "{\"type\":\"delay-message\",\"delay\":\"1s\",\"jitter\":\"1s\",\"label\":\"late\"}",
            "{\"type\":\"corrupt\",\"bytes\":3,\"utf8\":\"break\"}", "{\"type\":\"truncate\",\"bytes\":0}",
            "{\"type\":\"fragment\",\"bytes\":1}", "{\"type\":\"replace\",\"find\":\"hex:0a\",\"with\":\"\"}",
            "{\"type\":\"map\",\"text\":\"\"}", "{\"type\":\"map\",\"base64\":\"AAH/\"}",
            "{\"type\":\"swallow-ping\"}", "{\"type\":\"swallow-pong\"}",
            "{\"type\":\"delay-pong\",\"delay\":\"0.001ms\"}",
            "{\"type\":\"violate\",\"kind\":\"oversize-control\"}",
            "{\"type\":\"cut\",\"leg\":\"client\",\"mode\":\"close\",\"code\":4000,\"reason\":\"lunch\"}",
            "{\"type\":\"flap\",\"down\":\"1s\",\"every\":\"10s\",\"cycles\":3,\"leg\":\"both\",\"mode\":\"rst\"}");

    @ParameterizedTest
    @FieldSource("FAULTS")
    void comesBackAsItWasWritten(String json) {
        Fault fault = FaultReader.read(Json.parse(json));
        String written = Json.text(FaultWriter.write(fault));
        assertThat(FaultReader.read(Json.parse(written))).isEqualTo(fault);
        assertThat(Json.parse(written).properties()).containsAll(Json.parse(json).properties());
    }

    @Test
    void everyTypeIsAmongThem() {
        Set<FaultType> types = EnumSet.noneOf(FaultType.class);
        FAULTS.forEach(json -> types.add(FaultReader.read(Json.parse(json)).spec().type()));
        assertThat(types).containsExactlyElementsOf(Arrays.asList(FaultType.values()));
    }
}
