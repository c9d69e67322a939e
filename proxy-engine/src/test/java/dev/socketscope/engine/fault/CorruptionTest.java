package dev.socketscope.engine.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.MessageFault.Corrupt;
import dev.socketscope.engine.api.MessageFault.Utf8;
import dev.socketscope.engine.api.Opcode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class CorruptionTest {
    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    private byte[] corrupt(byte[] payload, Opcode opcode, int bytes, Utf8 utf8) {
        return Objects.requireNonNull(
                Corruption.corrupt(payload, opcode, new Corrupt(bytes, utf8), new SplittableRandom(random.nextLong())));
    }

    private static int differences(byte[] one, byte[] other) {
        int count = 0;
        for (int i = 0; i < one.length; i++) {
            count += one[i] == other[i] ? 0 : 1;
        }
        return count;
    }

    @Test
    void keptTextIsAnotherTextOfTheSameLengthAndAsManyCharacters() {
        for (int i = 0; i < 5_000; i++) {
            byte[] text = Texts.random(random, 1 + random.nextInt(20));
            byte[] changed = corrupt(text, Opcode.TEXT, 1 + random.nextInt(8), Utf8.KEEP);

            assertThat(changed).as("seed %d, text %s", seed, new String(text, UTF_8))
                    .satisfies(Texts::isUtf8)
                    .hasSameSizeAs(text)
                    .isNotEqualTo(text);
            assertThat(new String(changed, UTF_8).codePoints().count()).as("seed %d", seed)
                    .isEqualTo(new String(text, UTF_8).codePoints().count());
        }
    }

    @Test
    void keptTextNeverEqualsItselfEvenIfOneCharacterIsAllThereIs() {
        for (String text : new String[]{"a", "z", "\u00c0", "\u00ff", "\u4e00", "\u4e3f", "\ud83d\ude00", " "}) {
            for (int i = 0; i < 500; i++) {
                assertThat(corrupt(text.getBytes(UTF_8), Opcode.TEXT, 9, Utf8.KEEP)).as("seed %d, text %s", seed, text)
                        .isNotEqualTo(text.getBytes(UTF_8))
                        .satisfies(Texts::isUtf8);
            }
        }
    }

    @Test
    void brokenTextIsRefusedByAStrictDecoder() {
        for (int i = 0; i < 2_000; i++) {
            byte[] text = Texts.random(random, 1 + random.nextInt(20));
            byte[] changed = corrupt(text, Opcode.TEXT, 1, Utf8.BREAK);

            assertThat(differences(text, changed)).as("seed %d", seed).isEqualTo(1);
            Assertions.assertThatThrownBy(() -> UTF_8.newDecoder().decode(ByteBuffer.wrap(changed)))
                    .as("seed %d, text %s", seed, new String(text, UTF_8))
                    .isInstanceOf(CharacterCodingException.class);
        }
    }

    @Test
    void binaryChangesInExactlySoManyPlaces() {
        for (int i = 0; i < 500; i++) {
            byte[] payload = new byte[1 + random.nextInt(50)];
            random.nextBytes(payload);
            int bytes = 1 + random.nextInt(60);

            assertThat(differences(payload, corrupt(payload, Opcode.BINARY, bytes, Utf8.KEEP))).as("seed %d", seed)
                    .isEqualTo(Math.min(bytes, payload.length));
        }
    }

    @Test
    void everyPlaceIsDrawn() {
        byte[] payload = new byte[16];
        int[] hits = new int[16];
        for (int i = 0; i < 16_000; i++) {
            byte[] changed = corrupt(payload, Opcode.BINARY, 2, Utf8.KEEP);
            for (int at = 0; at < 16; at++) {
                hits[at] += changed[at] == 0 ? 0 : 1;
            }
        }
        assertThat(Arrays.stream(hits).boxed().toList()).as("seed %d", seed).allMatch(n -> n > 1_700 && n < 2_300);
    }

    @Test
    void textThatWasNoUtf8IsChangedToo() {
        byte[][] broken = {{(byte) 0xFF}, {(byte) 0xF0}, {(byte) 0x80, (byte) 0x80}, {'a', (byte) 0xE4, (byte) 0xB8},
                {(byte) 0xC0, (byte) 0x80}, {(byte) 0xF0, 'x'}, {(byte) 0xFF, (byte) 0xFF, (byte) 0xFE}};
        for (byte[] text : broken) {
            for (Utf8 utf8 : Utf8.values()) {
                for (int i = 0; i < 100; i++) {
                    assertThat(corrupt(text, Opcode.TEXT, 3, utf8)).as("seed %d, %s", seed, utf8)
                            .hasSameSizeAs(text)
                            .isNotEqualTo(text);
                }
            }
        }
    }

    @Test
    void thereIsNothingToChangeInAnEmptyMessage() {
        assertThat(Corruption.corrupt(new byte[0], Opcode.TEXT, new Corrupt(1, Utf8.KEEP), random)).isNull();
    }

    @Test
    void theSameSeedMakesTheSameChange() {
        byte[] text = "the same seed makes the same change".getBytes(UTF_8);
        Corrupt how = new Corrupt(5, Utf8.KEEP);

        assertThat(Corruption.corrupt(text, Opcode.TEXT, how, new SplittableRandom(seed))).as("seed %d", seed)
                .isEqualTo(Corruption.corrupt(text, Opcode.TEXT, how, new SplittableRandom(seed)));
    }
}
