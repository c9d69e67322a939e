package dev.socketscope.engine.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndentedJsonTest {
    @Test
    void onlyTheSpaceBetweenTokensChanges() {
        assertThat(IndentedJson.of("{\"a\" :1.50,\"b,\\\"}\":[true , { } ,[ ]],\"c\":9007199254740993}")).hasValue("""
                {
                  "a": 1.50,
                  "b,\\"}": [
                    true,
                    {},
                    []
                  ],
                  "c": 9007199254740993
                }""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "\"text\"", "{", "{\"a\":}", "[1] and more", "42[\"event\",{}]"})
    void whatIsNoObjectOrListStaysAsItIs(String text) {
        assertThat(IndentedJson.of(text)).isEmpty();
    }

    @Test
    void whatIsNestedTooDeeplyStaysAsItIs() {
        assertThat(IndentedJson.of("[".repeat(100) + "]".repeat(100))).isEmpty();
    }
}
