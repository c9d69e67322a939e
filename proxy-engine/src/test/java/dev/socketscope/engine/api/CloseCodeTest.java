package dev.socketscope.engine.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloseCodeTest {

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1002, 1003, 1007, 1011, 1012, 1013, 1014, 3000, 3999, 4000, 4999})
    void theseMayBeSent(int code) {
        assertThat(CloseCode.mayStandOnWire(code)).isTrue();
        assertThat(CloseCode.name(code)).isNotEqualTo("unknown").isNotEqualTo("reserved");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65_535})
    void theseMayNot(int code) {
        assertThat(CloseCode.mayStandOnWire(code)).isFalse();
    }
}
