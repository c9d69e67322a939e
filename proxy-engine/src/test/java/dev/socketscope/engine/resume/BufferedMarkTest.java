package dev.socketscope.engine.resume;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BufferedMarkTest {
    private static final String MARK = "\"_buffered\":true,\"_originalTimestamp\":\"2026-01-02T03:04:05.678Z\",\"_id\":\"17\"";
    private static final long AT = 1_767_323_045_678L;

    @Test
    void anObjectGainsThreeFields() {
        assertThat(BufferedMark.mark("{\"type\":\"update\",\"n\":[1,{\"a\":2}]}", AT, 17))
                .isEqualTo("{" + MARK + ",\"type\":\"update\",\"n\":[1,{\"a\":2}]}");
    }

    @Test
    void anEmptyObjectStaysValid() {
        assertThat(BufferedMark.mark(" { } ", AT, 17)).isEqualTo(" {" + MARK + " } ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "[1,2]", "17", "{\"cut\":", "{\"a\":1}{\"b\":2}", "{\"a\":1} trailing",
            "{'a':1}",
            "\"{}\""})
    void anythingElseIsLeftAlone(String text) {
        assertThat(BufferedMark.mark(text, AT, 17)).isNull();
    }
}
