package dev.socketscope.app.payload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {
    @Test
    void readsEveryCodePoint() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point += point < 0x3000 ? 1 : 17) {
            if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
                byte[] bytes = Character.toString(point).getBytes(StandardCharsets.UTF_8);
                assertThat(Utf8.length(bytes, 0, bytes.length)).isEqualTo(bytes.length);
                assertThat(Utf8.codePoint(bytes, 0, bytes.length)).isEqualTo(point);
            }
        }
    }

    @Test
    void agreesWithTheJdkOnWhatIsText() {
        Random random = new Random(4);
        byte[][] pieces = {{'a'}, {(byte) 0xC3, (byte) 0xA9}, {(byte) 0xE2, (byte) 0x82, (byte) 0xAC},
                {(byte) 0xF0, (byte) 0x9F, (byte) 0x8E, (byte) 0x89}, {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
                {(byte) 0xC0, (byte) 0x80}, {(byte) 0xFF}, {(byte) 0x80}};
        for (int i = 0; i < 2_000; i++) {
            byte[] piece = pieces[random.nextInt(pieces.length)];
            byte[] bytes = new byte[piece.length + 8];
            java.util.Arrays.fill(bytes, (byte) ' ');
            System.arraycopy(piece, 0, bytes, random.nextInt(4), piece.length);
            boolean jdk = !new String(bytes, StandardCharsets.UTF_8).contains("\uFFFD");
            assertThat(Utf8.isText(bytes, bytes.length)).isEqualTo(jdk);
        }
    }
}
