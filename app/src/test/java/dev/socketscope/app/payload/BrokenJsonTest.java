package dev.socketscope.app.payload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes are, every line that is counted can be drawn. */
class BrokenJsonTest {
    @Test
    void cutOffAtEveryByte() {
        byte[] bytes = "42[{\"a\":[1,{\"b\":\"é\\\"\"},[],{}],\"c\":-1.5e3},null , true]"
                .getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length <= bytes.length; length++) {
            draw(Arrays.copyOf(bytes, length));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void withBytesChanged(long seed) {
        Random random = new Random(seed);
        var documents = new RandomJson(seed);
        for (int i = 0; i < 150; i++) {
            byte[] bytes = documents.text(documents.document()).getBytes(StandardCharsets.UTF_8);
            for (int change = random.nextInt(4); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) "{}[]\",:\\0a \n\u0000\u00ff".charAt(random.nextInt(14));
            }
            draw(bytes);
        }
    }

    @Test
    void ofNothingButChance() {
        Random random = new Random(8);
        for (int i = 0; i < 400; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            draw(bytes);
        }
    }

    @Test
    void inAnotherEncoding() {
        for (var charset : new java.nio.charset.Charset[]{StandardCharsets.UTF_16, StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE, StandardCharsets.UTF_32, StandardCharsets.ISO_8859_1}) {
            draw("{\"a\":[1,2],\"ü\":\"é\"}".getBytes(charset));
        }
    }

    private static void draw(byte[] bytes) {
        var index = new JsonIndex(bytes, Math.max(0, JsonPrefix.length(bytes)));
        index.run(() -> false);
        assertThat(index.complete()).isTrue();
        var lines = new JsonLines(bytes, index);
        for (int pass = 0; pass < 2; pass++) {
            for (long row = 0; row < lines.count(); row++) {
                assertThat(lines.line(row).text()).isNotNull();
                assertThat(lines.endByte(row)).isGreaterThanOrEqualTo(lines.firstByte(row));
                lines.gutter(row);
                lines.bytes(row, 0, bytes.length);
                if (!lines.isEndNote(row)) {
                    lines.path(row);
                    lines.value(row);
                }
            }
            lines.folds().foldFrom(1);
        }
    }
}
