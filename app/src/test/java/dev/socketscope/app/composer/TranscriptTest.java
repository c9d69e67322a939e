package dev.socketscope.app.composer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.app.composer.Transcript.Kind;
import dev.socketscope.engine.api.Opcode;
import org.junit.jupiter.api.Test;

class TranscriptTest {
    private final Transcript transcript = new Transcript();

    private void add(byte[] content) {
        transcript.add(Kind.RECEIVED, Opcode.TEXT, content, "");
    }

    @Test
    void theOldestMakeRoomAndAreCounted() {
        for (int i = 0; i < Transcript.MOST + 3; i++) {
            add(new byte[]{1});
        }

        assertThat(transcript.dropped()).isEqualTo(3);
        assertThat(transcript.first()).isEqualTo(3);
        assertThat(transcript.row(2)).isNull();
        assertThat(transcript.all()).hasSize(Transcript.MOST)
                .first()
                .extracting(Transcript.Entry::number)
                .isEqualTo(3L);
    }

    @Test
    void longContentsAreCutAndBoundedTogether() {
        for (int i = 0; i < 40; i++) {
            add(new byte[2 * Transcript.LONGEST]);
        }

        assertThat(transcript.all()).hasSize((int) (Transcript.MOST_BYTES / Transcript.LONGEST)).allSatisfy(entry -> {
            assertThat(entry.content()).hasSize(Transcript.LONGEST);
            assertThat(entry.length()).isEqualTo(2 * Transcript.LONGEST);
        });
        assertThat(TranscriptText.whole(transcript.all().getFirst())).endsWith("… 1.9 MB more");
    }

    @Test
    void jsonIsLaidOutAndBinaryShownAsBytes() {
        add("{\"a\":[1]}".getBytes(UTF_8));
        transcript.add(Kind.SENT, Opcode.BINARY, new byte[]{1, (byte) 0xAB}, "");

        transcript.add(Kind.RECEIVED, Opcode.PING, new byte[]{0, 7}, "");
        transcript.add(Kind.RECEIVED, Opcode.PONG, "alive".getBytes(UTF_8), "");

        assertThat(transcript.all().stream().map(TranscriptText::whole)).containsExactly("{\n  \"a\": [\n    1\n  ]\n}",
                "01 ab", "00 07", "alive");
    }
}
