package dev.socketscope.app.payload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.app.payload.LineDiff.Mark;
import dev.socketscope.app.payload.LineDiff.Row;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineDiffTest {
    @Test
    void linesInThePlaceOfOthersAreChangedAndTheRestIsAddedOrRemoved() {
        LineDiff diff = LineDiff.of(List.of("{", "a: 1", "gone", "end", "}"), List.of("{", "a: 2", "end", "new", "}"));

        assertThat(diff.rows()).containsExactly(new Row(Mark.SAME, "{"), new Row(Mark.CHANGED_FROM, "a: 1"),
                new Row(Mark.CHANGED_TO, "a: 2"), new Row(Mark.REMOVED, "gone"), new Row(Mark.SAME, "end"),
                new Row(Mark.ADDED, "new"), new Row(Mark.SAME, "}"));
        assertThat(List.of(diff.added(), diff.removed(), diff.changed())).containsExactly(1, 1, 1);
        assertThat(diff.cut()).isFalse();
    }

    @Test
    void textsWithoutADifferenceSaySo() {
        assertThat(LineDiff.of(List.of("a", "b"), List.of("a", "b")).same()).isTrue();
    }

    @Test
    void longTextsThatHaveNothingInCommonAreComparedInTheirBeginnings() {
        LineDiff diff = LineDiff.of(Collections.nCopies(9_000, "x"),
                IntStream.range(0, 9_000).mapToObj(String::valueOf).toList());

        assertThat(diff.cut()).isTrue();
        assertThat(diff.changed()).isEqualTo(LineDiff.MOST_LINES);
    }

    @Test
    void theSignsGoToTheClipboardWithTheLines() {
        var lines = new DiffLines(LineDiff.of(List.of("a", "b"), List.of("a", "c", "d")).rows());

        assertThat(lines.copy(0, lines.place(lines.count(), 0))).contains("   a\n≠ −b\n≠ +c\n+  d\n");
        assertThat(lines.rowOf(lines.firstByte(2))).isEqualTo(2);
    }
}
