package dev.socketscope.app.payload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Opcode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ShapeTest {
    private static Shape of(String text) {
        return Shape.of(Opcode.TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void objectsAreAlikeWhenTheyHaveTheSameKeysAndNameThemselvesTheSame() {
        assertThat(of("{\"type\":\"a\",\"n\":1}").fits(of("{\"n\":2,\"type\":\"a\"}"))).isTrue();
        assertThat(of("{\"type\":\"a\",\"n\":1}").fits(of("{\"type\":\"b\",\"n\":1}"))).isFalse();
        assertThat(of("{\"n\":1}").fits(of("{\"n\":1,\"m\":2}"))).isFalse();
    }

    @Test
    void whatIsNoJsonIsAlikeByItsOpcode() {
        assertThat(of("hello").fits(of("{broken"))).isTrue();
        assertThat(of("hello").fits(Shape.of(Opcode.BINARY, new byte[]{1}))).isFalse();
        assertThat(of("42[\"a\"]").fits(of("[1,2]"))).isTrue();
    }
}
