package dev.socketscope.app.composer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.app.composer.Transcript.Kind;
import dev.socketscope.engine.api.Opcode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TranscriptSightTest {
    private final Transcript transcript = new Transcript();
    private final TranscriptSight sight = new TranscriptSight(transcript);

    @Test
    void heartbeatsAreLeftOutAndComeBack() {
        add(Opcode.TEXT, "one");
        add(Opcode.PING, "p");
        add(Opcode.PONG, "p");
        add(Opcode.TEXT, "two");

        sight.heartbeats(false);
        assertThat(numbers()).containsExactly(0L, 3L);
        assertThat(sight.numberAtOrAfter(1)).isEqualTo(1);

        sight.heartbeats(true);
        assertThat(numbers()).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void wordsAreFoundInWhateverCaseAlsoInWhatComesLater() {
        sight.words("HELLO");
        add(Opcode.TEXT, "say hello");
        add(Opcode.TEXT, "bye");
        sight.refresh();
        add(Opcode.TEXT, "{\"type\":\"Hello\"}");
        sight.refresh();

        assertThat(numbers()).containsExactly(0L, 2L);
        assertThat(sight.isNarrowed()).isTrue();
    }

    @Test
    void whatTheTranscriptHasDroppedGoesHereToo() {
        sight.words("x");
        for (int i = 0; i < Transcript.MOST + 5; i++) {
            add(Opcode.TEXT, i % 2 == 0 ? "x" : "y");
        }
        sight.refresh();
        long before = sight.end();
        add(Opcode.TEXT, "x");
        add(Opcode.TEXT, "x");
        sight.refresh();

        assertThat(sight.end()).isEqualTo(before + 2);
        assertThat(numbers()).allMatch(number -> number >= transcript.first());
    }

    private void add(Opcode opcode, String words) {
        transcript.add(Kind.RECEIVED, opcode, words.getBytes(StandardCharsets.UTF_8), "");
    }

    private List<Long> numbers() {
        return LongStream.range(sight.first(), sight.end())
                .mapToObj(sight::row)
                .filter(Objects::nonNull)
                .map(Transcript.Entry::number)
                .toList();
    }
}
