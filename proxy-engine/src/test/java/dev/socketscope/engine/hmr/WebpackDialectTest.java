package dev.socketscope.engine.hmr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** webpack-dev-server 5 and 6, as recorded. */
class WebpackDialectTest {
    private final WebpackDialect dialect = new WebpackDialect();

    private List<String> read(String... messages) {
        List<String> lines = new ArrayList<>();
        for (String message : messages) {
            dialect.read(Direction.TO_CLIENT, Transcript.json(message)).forEach(f -> lines.add(Transcript.line(f)));
        }
        return lines;
    }

    @Test
    void everyStepOfTheRecordingSaysWhatHappened() {
        Map<String, List<String>> facts = Transcript.of("webpack5").facts(WebpackDialect::new);
        assertThat(facts.get("connect")).as("the greeting names the build that the page has")
                .containsExactly("connected ", "built 3b76a853764551952ff1");
        assertThat(facts.get("edit-js")).containsExactly("built 4a1becbb66efe276e67c",
                "hot-update 4a1becbb66efe276e67c");
        assertThat(facts.get("edit-css")).containsExactly("built 97005020d129872a42cf",
                "hot-update 97005020d129872a42cf");
        assertThat(facts.get("syntax-error")).as("nothing is fetched of a build that failed")
                .containsExactly("failed ./src/widget.js:3:15");
        assertThat(facts.get("fix-error")).containsExactly("built b9ecf94d69a113d0b596",
                "hot-update b9ecf94d69a113d0b596", "connected ", "built b9ecf94d69a113d0b596");
        assertThat(facts.get("delete-module")).containsExactly("failed ./src/index.js:3:0");
        assertThat(facts.get("restore-module")).startsWith("built 4aa15ccbddeeed63eae6",
                "hot-update 4aa15ccbddeeed63eae6");
        assertThat(facts.get("full-reload-trigger")).startsWith("built cc1d5862f9d72b3ccea8",
                "hot-update cc1d5862f9d72b3ccea8");
        assertThat(facts.get("ws-cut-5s-with-edit")).containsExactly("connected ", "built e4eda7a2a9e0c7d08e66");
        assertThat(facts.get("edit-after-cut")).contains("hot-update ee6495a054b81901bf15");
        assertThat(facts.get("ws-cut-300ms-no-edit")).containsExactly("connected ", "built ee6495a054b81901bf15");
        assertThat(facts.get("server-restart")).doesNotContain("hot-update d5c99bc03fd761fb8665").hasSize(4);
        assertThat(facts.get("edit-after-restart")).contains("hot-update e7c5a0c1df8706304455");
    }

    @Test
    void versionSixSaysTheSameInItsOldWords() {
        Map<String, List<String>> six = Transcript.of("webpack6").facts(WebpackDialect::new);
        Map<String, List<String>> five = Transcript.of("webpack5").facts(WebpackDialect::new);
        assertThat(six.keySet()).isEqualTo(five.keySet());
        six.forEach((step, facts) -> assertThat(facts.stream().map(WebpackDialectTest::withoutHash).toList()).as(step)
                .isEqualTo(five.getOrDefault(step, List.of()).stream().map(WebpackDialectTest::withoutHash).toList()));
    }

    private static String withoutHash(String line) {
        return line.replaceFirst(" [0-9a-f]{20}$", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"webpack5", "webpack6"})
    void aSyntaxErrorIsToldWithItsPlaceAndSource(String tool) {
        BuildProblem problem = Transcript.of(tool).problem("syntax-error", dialect);
        assertThat(problem.message()).startsWith("Module parse failed: Unexpected token (3:15)");
        assertThat(problem.frame()).isEqualTo("  2 | \n> 3 | const broken = ;\n    |                ^\n  4 | ");
        assertThat(problem.toString()).doesNotContain("\u001b");
    }

    @Test
    void aServerThatIsBackWithAnotherBuildMakesThePageFetchIt() {
        String greeting = "{\"type\":\"hot\"}";
        assertThat(read(greeting, "{\"type\":\"hash\",\"data\":\"aa\"}", "{\"type\":\"ok\"}"))
                .containsExactly("connected ", "built aa");
        assertThat(read(greeting, "{\"type\":\"hash\",\"data\":\"aa\"}", "{\"type\":\"ok\"}"))
                .containsExactly("connected ", "built aa");
        assertThat(read(greeting, "{\"type\":\"hash\",\"data\":\"bb\"}", "{\"type\":\"warnings\",\"data\":[\"w\"]}"))
                .containsExactly("connected ", "built bb", "hot-update bb");
    }

    @Test
    void anUpdateNamesTheBuildThatThePageHas() {
        read("{\"type\":\"hash\",\"data\":\"aa\"}", "{\"type\":\"ok\"}", "{\"type\":\"hash\",\"data\":\"bb\"}",
                "{\"type\":\"errors\",\"data\":[\"bad\"]}", "{\"type\":\"hash\",\"data\":\"cc\"}");
        assertThat(dialect.read(Direction.TO_CLIENT, Transcript.json("{\"type\":\"ok\"}"))).containsExactly(
                new HmrFact.Built("cc"), new HmrFact.Update("hot-update", "cc", "aa", 0));
    }

    @Test
    void anErrorThatIsTakenBackNeedsNoUpdate() {
        read("{\"type\":\"hash\",\"data\":\"aa\"}", "{\"type\":\"ok\"}");
        assertThat(read("{\"type\":\"hash\",\"data\":\"bb\"}", "{\"type\":\"errors\",\"data\":[\"x.js:1:2 bad\"]}",
                "{\"type\":\"hash\",\"data\":\"aa\"}", "{\"type\":\"ok\"}"))
                .containsExactly("failed x.js:1:2", "built aa");
        assertThat(read("{\"type\":\"still-ok\"}")).containsExactly("built aa");
    }

    @Test
    void staticFilesReloadThePage() {
        assertThat(read("{\"type\":\"static-changed\",\"data\":\"/p/index.html\"}", "{\"type\":\"errors\",\"data\":[]}",
                "{\"type\":\"progress-update\",\"data\":{}}")).containsExactly("full-reload /p/index.html");
        assertThat(dialect.read(Direction.TO_UPSTREAM, Transcript.json("{\"type\":\"hot\"}"))).isEmpty();
    }
}
