package dev.socketscope.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessagePackTest {
    private static String hex(Object value) {
        return HexFormat.of().formatHex(MessagePack.bytes(value));
    }

    @Test
    void valuesAreWrittenAsTheSpecificationSays() {
        assertThat(hex(5)).isEqualTo("05");
        assertThat(hex(-3)).isEqualTo("fd");
        assertThat(hex(1_000)).isEqualTo("d2000003e8");
        assertThat(hex(1L << 40)).isEqualTo("d30000010000000000");
        assertThat(hex(0.5)).isEqualTo("cb3fe0000000000000");
        assertThat(hex(true)).isEqualTo("c3");
        assertThat(hex("é")).isEqualTo("a2c3a9");
        assertThat(hex(Arrays.asList(1, null, false))).isEqualTo("9301c0c2");
        assertThat(hex(Json.object("compact", true, "schema", 0))).isEqualTo("82a7636f6d70616374c3a6736368656d6100");
    }

    @Test
    void longOnesCarryTheirSizeInSixteenBits() {
        assertThat(hex("a".repeat(32))).startsWith("da002061");
        assertThat(hex(Collections.nCopies(16, 1))).startsWith("dc001001");
        assertThatThrownBy(() -> MessagePack.bytes("a".repeat(70_000))).hasMessage("too many elements: 70000");
        assertThatThrownBy(() -> MessagePack.bytes(List.of(new Object()))).hasMessageStartingWith("no MessagePack for");
    }
}
