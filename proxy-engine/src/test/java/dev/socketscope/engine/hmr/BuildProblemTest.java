package dev.socketscope.engine.hmr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.HmrStatus;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildProblemTest {
    @ParameterizedTest
    @CsvSource({"bad at /src/a.js:3:14, /src/a.js, 3, 14", "'╭─[ src/App.jsx:16:16 ]', src/App.jsx, 16, 16",
            "'(./a/b.tsx:7:1)', ./a/b.tsx, 7, 1", "',-[/p/w.jsx:9:1]', /p/w.jsx, 9, 1", "no place, '', 0, 0",
            "at 10:30 it failed, '', 0, 0", "'a.js:99999999999:1', '', 0, 0"})
    void thePlaceIsFoundInTheText(String message, String file, int line, int column) {
        BuildProblem problem = BuildProblem.of(message, "", "", "", "");
        assertThat(problem).extracting(BuildProblem::file, BuildProblem::line, BuildProblem::column)
                .containsExactly(file, line, column);
    }

    @Test
    void whatTheServerNamesApartCounts() {
        assertThat(BuildProblem.of("x at b.js:1:2", "a.js", "7:8-20", "f", "s"))
                .isEqualTo(new BuildProblem("x at b.js:1:2", "a.js", 7, 8, "f", "s"));
        assertThat(BuildProblem.of("x at b.js:1:2", "a.js", "", "f", "s")).as("a place in another file")
                .isEqualTo(new BuildProblem("x at b.js:1:2", "a.js", 0, 0, "f", "s"));
        assertThat(BuildProblem.of("by b.js:1:2 in src/a.js:3:4", "./src/a.js", "", "f", "s"))
                .isEqualTo(new BuildProblem("by b.js:1:2 in src/a.js:3:4", "./src/a.js", 3, 4, "f", "s"));
    }

    @Test
    void nothingOfATerminalRemains() {
        String coloured = "\u001b[1m\u001b[38;5;196mred\u001b[0m\u001b[K \u001b]8;;http://x\u0007link\u001b]8;;\u001b\\ end";
        BuildProblem problem = BuildProblem.of(coloured, "", "", coloured, coloured);
        assertThat(problem).isEqualTo(new BuildProblem("red link end", "", 0, 0, "red link end", "red link end"));
    }

    @Test
    void longTextsAreCut() {
        BuildProblem problem = BuildProblem.of("x".repeat(100_000), "", "", "", "");
        assertThat(problem.message()).hasSize(16_385).endsWith("x…");
    }

    @Test
    void theFrameIsWhatIsNumbered() {
        assertThat(SourceFrame.in("Error | here\n\n  7 | }\n> 8 | bad\n    |  ^\n  9 |\n\nImport trace:\n 1 | no"))
                .isEqualTo("  7 | }\n> 8 | bad\n    |  ^\n  9 |");
        assertThat(SourceFrame.in("a | b\n| c")).isEmpty();
        assertThat(SourceFrame.in("")).isEmpty();
    }

    @Test
    void othersSeeItWithItsTime() {
        Instant when = Instant.ofEpochSecond(5);
        assertThat(new BuildProblem("m", "f", 1, 2, "fr", "st").at(when)).isEqualTo(
                new HmrStatus.BuildError(when, "m", "f", 1, 2, "fr", "st"));
    }
}
