package dev.socketscope.engine.hmr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.socketscope.engine.api.Direction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors as no dev server words them: they are read on an event loop, and must not hold it up, let alone end it. */
class HostileMessageTest {
    /** Three texts of this length fit into a message that is looked at. */
    private static final int LONG = 300_000;
    /** Far above what linear time needs on a busy machine, far below the hours of quadratic time. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** @param piece as written in JSON */
    @ParameterizedTest
    @ValueSource(strings = {"a", "a.", "1", "1:", ":1", ".a:1", "\\u001b[", "\\u001b[1;", "(", "\\n> "})
    void anErrorIsReadInLinearTime(String piece) {
        for (String end : List.of("", "x")) {
            String text = piece.repeat(LONG / piece.length()) + end;
            assertTimeoutPreemptively(PATIENCE, () -> {
                assertRead(new ViteDialect(), text,
                        "{\"type\":\"error\",\"err\":{\"message\":\"%1$s\",\"stack\":\"%1$s\",\"id\":\"%1$s\"}}");
                assertRead(new WebpackDialect(), text,
                        "{\"type\":\"errors\",\"data\":[{\"message\":\"%1$s\",\"loc\":\"%1$s\",\"moduleName\":\"%1$s\"}]}");
                assertRead(new NextDialect(), text, "{\"type\":\"built\",\"errors\":[\"%1$s\"]}");
                assertRead(new ParcelDialect(), text, "{\"type\":\"error\",\"diagnostics\":{\"ansi\":"
                        + "[{\"message\":\"%1$s\",\"frames\":[{\"location\":\"%1$s\"}],\"codeframe\":\"%1$s\"}]}}");
            });
        }
    }

    private static void assertRead(HmrDialect dialect, String text, String form) {
        byte[] message = form.formatted(text).getBytes(StandardCharsets.UTF_8);
        List<HmrFact> facts = dialect.read(Direction.TO_CLIENT, HmrMessages.parse(message).orElseThrow());
        assertThat(facts).singleElement().isInstanceOfSatisfying(HmrFact.Failed.class, failed -> {
            BuildProblem problem = failed.problem();
            assertThat(List.of(problem.message(), problem.file(), problem.frame(), problem.stack()))
                    .as("what is kept is bounded")
                    .allSatisfy(kept -> assertThat(kept.length()).isLessThanOrEqualTo(16_385));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Unexpected token ╭─[ src/App.jsx:16:16 ] │                     | src/App.jsx     | 16 | 16",
            "./app/widget.jsx:9:16 Error                                    | ./app/widget.jsx| 9  | 16",
            "Error in (/project/a b/c.ts:1:2)                               | b/c.ts          | 1  | 2",
            "connect ECONNREFUSED 127.0.0.1:80 in x.js:3:4                  | x.js            | 3  | 4",
            "it is 10:20:30, see main.js:5:6                                | main.js         | 5  | 6",
            "no place at all, not even 10:20:30                             | ''              | 0  | 0"})
    void thePlaceIsFoundInTheText(String message, String file, int line, int column) {
        BuildProblem problem = BuildProblem.of(message, "", "", "", "");
        assertThat(problem).extracting(BuildProblem::file, BuildProblem::line, BuildProblem::column)
                .containsExactly(file, line, column);
    }

    @ParameterizedTest
    @CsvSource({"/project/src/widget.js:3:16, /project/src/widget.js, 3, 16",
            "C:/src/widget.js:3:16, C:/src/widget.js, 3, 16",
            "/project/src/widget.js, /project/src/widget.js, 0, 0", "'', '', 0, 0"})
    void parcelNamesFileLineAndColumnInOne(String location, String file, int line, int column) {
        byte[] message = ("{\"type\":\"error\",\"diagnostics\":{\"ansi\":[{\"message\":\"m\",\"frames\":[{\"location\":\""
                + location + "\"}]}]}}").getBytes(StandardCharsets.UTF_8);
        assertThat(new ParcelDialect().read(Direction.TO_CLIENT, HmrMessages.parse(message).orElseThrow()))
                .containsExactly(new HmrFact.Failed(new BuildProblem("m", file, line, column, "", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[1m\u001b[31mError\u001b[39m\u001b[22m", "\u001b[38;5;196mError\u001b[0m",
            "\u001b[2K\u001b[1AError\u001b[?25h"})
    void noControlSequenceIsShown(String message) {
        assertThat(BuildProblem.plain(message)).isEqualTo("Error");
    }
}
