package dev.socketscope.engine.fault;

import static dev.socketscope.engine.fault.Sent.changed;
import static dev.socketscope.engine.fault.Sent.down;
import static dev.socketscope.engine.fault.Sent.send;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.MessageFault.Utf8;
import dev.socketscope.engine.api.Opcode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Bytes of messages become others. */
class CorruptTest {
    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    private static FrameFaults corrupting(int bytes, Utf8 utf8, long seed) {
        return down(Armed.with(Fault.of(new MessageFault.Corrupt(bytes, utf8)).likely(1, seed)));
    }

    private byte[] corrupt(byte[] payload, Opcode opcode, int bytes, Utf8 utf8) {
        return Objects.requireNonNull(changed(corrupting(bytes, utf8, random.nextLong()), opcode, payload));
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
            assertThatThrownBy(() -> UTF_8.newDecoder().decode(ByteBuffer.wrap(changed)))
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
        FrameFaults faults = corrupting(2, Utf8.KEEP, seed);
        byte[] payload = new byte[16];
        int[] hits = new int[16];
        for (int i = 0; i < 16_000; i++) {
            byte[] changed = Objects.requireNonNull(changed(faults, Opcode.BINARY, payload));
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
    void anEmptyMessageIsNoCandidate() {
        Armed armed = Armed.with(
                Fault.of(new MessageFault.Corrupt(1, Utf8.BREAK)).on(FaultMatch.ANY.every(2, 0)));
        FrameFaults faults = down(armed);

        assertThat(Stream.of("a", "", "", "b").map(text -> send(faults, text).getFirst().changed() != null))
                .containsExactly(false, false, false, true);
        assertThat(armed.details()).containsExactly("message changed: corrupt");
    }

    @Test
    void theSameSeedMakesTheSameChanges() {
        assertThat(twice(seed)).as("seed %d", seed).isEqualTo(twice(seed)).isNotEqualTo(twice(seed + 1));
    }

    private static String twice(long seed) {
        FrameFaults faults = corrupting(5, Utf8.KEEP, seed);
        String text = "the same seed makes the same change";
        return changed(faults, text) + changed(faults, text);
    }
}
