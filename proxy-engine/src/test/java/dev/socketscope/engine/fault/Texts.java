package dev.socketscope.engine.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;

/** Texts of all lengths of characters. */
final class Texts {
    private Texts() {}

    static byte[] random(RandomGenerator random, int characters) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < characters; i++) {
            text.appendCodePoint(switch (random.nextInt(4)) {
                case 0 -> random.nextInt(0x80);
                case 1 -> random.nextInt(0x80, 0x800);
                case 2 -> random.nextBoolean() ? random.nextInt(0x800, 0xD800) : random.nextInt(0xE000, 0x10000);
                default -> random.nextInt(0x10000, 0x110000);
            });
        }
        return text.toString().getBytes(UTF_8);
    }

    /** By a strict decoder of the JDK's. */
    static void isUtf8(byte[] text) {
        assertThatCode(() -> UTF_8.newDecoder().decode(ByteBuffer.wrap(text))).doesNotThrowAnyException();
    }
}
