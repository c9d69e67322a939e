package dev.socketscope.app.payload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextLinesTest {
    private static final List<String> NEWLINES = List.of("\n", "\r\n", "\r", "\u0085", "\u2028", "\u2029");
    private static final String SPLIT = "\r\n|[\n\r\u0085\u2028\u2029]";

    @Test
    void knowsEveryNewline() {
        assertThat(shown("a\nb\r\nc\rd\u0085e\u2028f\u2029g", 100)).containsExactly("a", "b", "c", "d", "e", "f", "g");
        assertThat(shown("", 100)).containsExactly("");
        assertThat(shown("\n", 100)).containsExactly("", "");
        assertThat(shown("a\n\n", 100)).containsExactly("a", "", "");
    }

    @Test
    void findsNewlinesAtEveryPlaceAroundTheEndOfAChunk() {
        for (String newline : NEWLINES) {
            for (int before = 4_090; before <= 4_100; before++) {
                String text = "x".repeat(before) + newline + "y".repeat(4_096) + newline + "z";
                assertThat(shown(text, 10_000)).as("%d before %s", before, newline)
                        .containsExactly("x".repeat(before),
                                "y".repeat(4_096), "z");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void agreesWithSplitting(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            String text = text(random, random.nextInt(30_000));
            TextLines lines = lines(text, 100_000, false);
            String[] expected = text.split(SPLIT, -1);
            assertThat(lines.count()).isEqualTo(expected.length);
            for (int n = 0; n < 200; n++) {
                int row = random.nextInt(expected.length);
                assertThat(lines.line(row).text()).isEqualTo(expected[row]);
                assertThat(lines.gutter(row).text()).isEqualTo(String.valueOf(row + 1));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7, 8})
    void longLinesGoOnInTheNextRowWithoutLosingAByte(long seed) {
        Random random = new Random(seed);
        String text = text(random, 40_000);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        TextLines lines = lines(text, 8 + random.nextInt(40), random.nextBoolean());
        long at = 0;
        int line = 1;
        for (int row = 0; row < lines.count(); row++) {
            assertThat(lines.firstByte(row)).isEqualTo(at);
            assertThat(lines.rowOf(at)).isEqualTo(row);
            if (!lines.gutter(row).text().isEmpty()) {
                assertThat(lines.gutter(row).text()).isEqualTo(String.valueOf(line++));
            }
            at = lines.endByte(row);
        }
        assertThat(at).isEqualTo(bytes.length);
        assertThat(line - 1).isEqualTo(text.split(SPLIT, -1).length);
    }

    @Test
    void breaksAtBlanksWhereItCan() {
        TextLines lines = lines("the quick brown fox jumps over", 12, true);
        assertThat(IntStream.range(0, (int) lines.count()).mapToObj(row -> lines.line(row).text()))
                .containsExactly("the quick ", "brown fox ", "jumps over");
    }

    @Test
    void copiesTheBytesBetweenTwoPlaces() {
        TextLines lines = lines("alpha\r\nbeta\ngamma", 100, false);
        assertThat(lines.copy(lines.place(0, 2), lines.place(2, 3))).contains("pha\r\nbeta\ngam");
        assertThat(lines.copy(0, lines.place(2, 99))).contains("alpha\r\nbeta\ngamma");
    }

    @Test
    void showsControlCharactersAsPictures() {
        assertThat(shown("a\u0001b\u001b[0m\u007f", 100)).containsExactly("a\u2401b\u241b[0m\u2421");
    }

    @Test
    void aTextOfNothingButNewlinesNeedsLittleMemory() {
        byte[] bytes = new byte[4 << 20];
        java.util.Arrays.fill(bytes, (byte) '\n');
        var index = new TextIndex(bytes, 100, false);
        index.run(() -> false);
        assertThat(index.rows()).isEqualTo(bytes.length + 1);
        assertThat(index.row(3_000_001).start()).isEqualTo(3_000_001);
        assertThat(index.memory()).isLessThan(1 << 20);
    }

    private static List<String> shown(String text, int width) {
        TextLines lines = lines(text, width, false);
        return IntStream.range(0, (int) lines.count()).mapToObj(row -> lines.line(row).text()).toList();
    }

    private static TextLines lines(String text, int width, boolean atBlanks) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var index = new TextIndex(bytes, width, atBlanks);
        index.run(() -> false);
        assertThat(index.complete()).isTrue();
        return new TextLines(bytes, index);
    }

    private static String text(Random random, int length) {
        var text = new StringBuilder();
        while (text.length() < length) {
            switch (random.nextInt(12)) {
                case 0 -> text.append(NEWLINES.get(random.nextInt(NEWLINES.size())));
                case 1 -> text.append("漢字");
                case 2 -> text.append("é ");
                case 3 -> text.append("🎉");
                default -> text.append("abc defghij".substring(random.nextInt(11)));
            }
        }
        return text.toString();
    }
}
