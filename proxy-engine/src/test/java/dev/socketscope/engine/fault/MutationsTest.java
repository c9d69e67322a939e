package dev.socketscope.engine.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.MessageFault.Replace;
import dev.socketscope.engine.api.Opcode;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MutationsTest {
    private static @Nullable String replaced(String text, String find, String with) {
        byte[] changed = Mutations.replace(text.getBytes(UTF_8), new Replace(find, with));
        return changed == null ? null : new String(changed, UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"cat and cat,cat,bird,bird and bird", "aaaa,aa,b,bb", "aaa,aa,b,ba", "abc,abc,'',''", "abc,c,cc,abcc",
            "aab,ab,x,ax", "größe,ö,oe,groeße", "k:1,hex:3a 31,=2,k=2"})
    void replacesEveryOccurrenceFromLeftToRight(String text, String find, String with, String expected) {
        assertThat(replaced(text, find, with)).isEqualTo(expected);
    }

    @Test
    void doesNotSearchWhatItHasPutIn() {
        assertThat(replaced("a-a", "a", "aa")).isEqualTo("aa-aa");
    }

    @ParameterizedTest
    @CsvSource({"abc,d", "abc,abcd", "'',a", "Abc,a"})
    void leavesWhatDoesNotOccur(String text, String find) {
        assertThat(replaced(text, find, "x")).isNull();
    }

    @Test
    void leavesAMessageThatWouldBecomeTooLong() {
        byte[] fits = "a".repeat(256).getBytes(UTF_8);
        byte[] tooLong = "a".repeat(257).getBytes(UTF_8);
        Replace growth = new Replace("a", "b".repeat(1 << 16));

        assertThat(Mutations.replace(fits, growth)).hasSize(Replace.LONGEST_RESULT);
        assertThat(Mutations.replace(tooLong, growth)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"abcdef,3,abc", "abcdef,0,''", "aé,2,a", "aé,1,a", "a漢b,3,a", "a漢b,4,a漢", "😀,3,''"})
    void truncatesTextBetweenCharacters(String text, int bytes, String expected) {
        assertThat(Mutations.truncate(text.getBytes(UTF_8), Opcode.TEXT, bytes)).isEqualTo(expected.getBytes(UTF_8));
    }

    @Test
    void truncatesBinaryAnywhereAndLeavesWhatIsShortEnough() {
        byte[] emoji = "😀".getBytes(UTF_8);

        assertThat(Mutations.truncate(emoji, Opcode.BINARY, 2)).hasSize(2);
        assertThat(Mutations.truncate(emoji, Opcode.TEXT, 4)).isNull();
        assertThat(Mutations.truncate(new byte[0], Opcode.TEXT, 0)).isNull();
    }

    @Test
    void truncatedTextIsValidAndLosesAtMostThreeBytesMore() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            byte[] text = Texts.random(random, 1 + random.nextInt(30));
            int bytes = random.nextInt(text.length);
            byte[] cut = Mutations.truncate(text, Opcode.TEXT, bytes);

            assertThat(cut).as("seed %d, text %s, %d bytes", seed, new String(text, UTF_8), bytes)
                    .satisfies(Texts::isUtf8)
                    .hasSizeBetween(Math.max(0, bytes - 3), bytes);
        }
    }

    @Test
    void truncatingTextThatIsNoUtf8DoesNotRunAway() {
        byte[] stray = new byte[100];
        Arrays.fill(stray, (byte) 0x80);

        assertThat(Mutations.truncate(stray, Opcode.TEXT, 50)).hasSize(47);
    }
}
