package dev.socketscope.engine.fault;

import static dev.socketscope.engine.fault.Sent.changed;
import static dev.socketscope.engine.fault.Sent.down;
import static dev.socketscope.engine.fault.Sent.through;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.Opcode;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only the beginning of messages arrives. */
class TruncateTest {
    private static FrameFaults to(int bytes) {
        return down(Armed.with(new MessageFault.Truncate(bytes)));
    }

    @ParameterizedTest
    @CsvSource({"abcdef,3,abc", "abcdef,0,''", "aé,2,a", "aé,1,a", "a漢b,3,a", "a漢b,4,a漢", "😀,3,''"})
    void textIsCutBetweenCharacters(String text, int bytes, String expected) {
        assertThat(changed(to(bytes), text)).isEqualTo(expected);
    }

    @Test
    void binaryIsCutAnywhere() {
        assertThat(changed(to(2), Opcode.BINARY, "😀".getBytes(UTF_8))).containsExactly(0xF0, 0x9F);
    }

    @Test
    void aMessageThatIsShortEnoughIsNoCandidate() {
        Armed armed = Armed.with(Fault.of(new MessageFault.Truncate(3)).on(FaultMatch.ANY.every(2, 0)));

        assertThat(through(down(armed), "abcd", "abc", "", "efgh")).containsExactly("abcd", "abc", "", "efg");
        assertThat(armed.details()).containsExactly("message changed: truncate");
    }

    @Test
    void textStaysValidAndLosesAtMostThreeBytesMore() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            byte[] text = Texts.random(random, 1 + random.nextInt(30));
            int bytes = random.nextInt(text.length);

            assertThat(changed(to(bytes), Opcode.TEXT, text))
                    .as("seed %d, text %s, %d bytes", seed, new String(text, UTF_8), bytes)
                    .satisfies(Texts::isUtf8)
                    .hasSizeBetween(Math.max(0, bytes - 3), bytes);
        }
    }

    @Test
    void textThatIsNoUtf8LosesNoMoreThanThat() {
        byte[] stray = new byte[100];
        Arrays.fill(stray, (byte) 0x80);

        assertThat(changed(to(50), Opcode.TEXT, stray)).hasSize(47);
    }
}
