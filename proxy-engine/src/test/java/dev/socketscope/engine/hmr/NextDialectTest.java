package dev.socketscope.engine.hmr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Direction;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Next.js 16 with Turbopack and with webpack, as recorded. */
class NextDialectTest {
    private static final String WIDGET = "turbopack-update static/chunks/_219uq1sj0q91c._.js";
    private static final Map<String, List<String>> TURBOPACK = Transcript.of("next").facts(NextDialect::new);
    private static final Map<String, List<String>> WEBPACK = Transcript.of("next-webpack").facts(NextDialect::new);

    private static List<String> of(Map<String, List<String>> facts, String step) {
        return facts.getOrDefault(step, List.of("no such step"));
    }

    @Test
    void turbopackGreetsWithTheSessionOfTheServer() {
        assertThat(of(TURBOPACK, "connect")).containsExactly("connected 2297947689720313", "built ", "built 0");
    }

    @Test
    void turbopackTellsChunksThatHaveChanged() {
        assertThat(of(TURBOPACK, "edit-js")).containsExactly("built 1", WIDGET);
        assertThat(of(TURBOPACK, "edit-css")).contains(WIDGET).doesNotContain("full-reload ");
        assertThat(of(TURBOPACK, "edit-server-component")).contains("server-components ");
        assertThat(of(TURBOPACK, "edit-after-cut")).anyMatch(line -> line.startsWith("turbopack-update "));
        assertThat(of(TURBOPACK, "edit-after-restart")).anyMatch(line -> line.startsWith("turbopack-update "));
    }

    @Test
    void turbopackTellsErrorsUntilTheyAreMended() {
        assertThat(of(TURBOPACK, "syntax-error")).containsOnly("failed ./app/widget.jsx:9:16");
        assertThat(of(TURBOPACK, "fix-error")).contains(WIDGET, "built 3");
        assertThat(of(TURBOPACK, "delete-module")).containsOnly("failed ./app/widget.jsx:3:1");
        assertThat(of(TURBOPACK, "restore-module")).last().asString().startsWith("built ");
    }

    @Test
    void turbopackConnectsAnewAfterACut() {
        String session = "connected 3358785639030783";
        assertThat(of(TURBOPACK, "ws-cut-5s-with-edit")).contains(session);
        assertThat(of(TURBOPACK, "ws-cut-300ms-no-edit")).startsWith(session);
        assertThat(of(TURBOPACK, "server-restart")).as("another run of the server")
                .anyMatch(line -> line.startsWith("connected "))
                .doesNotContain(session);
    }

    @Test
    void everyStepWithWebpackSaysWhatHappened() {
        assertThat(of(WEBPACK, "connect")).containsExactly("connected ", "built dd3873e3dde6651c", "ping");
        assertThat(of(WEBPACK, "edit-server-component")).containsExactly("server-components ",
                "built dd3873e3dde6651c", "ping");
        assertThat(of(WEBPACK, "edit-js")).containsExactly("built 4b2dcab225fa05f4", "hot-update 4b2dcab225fa05f4",
                "ping");
        assertThat(of(WEBPACK, "edit-css")).containsExactly("server-components ", "built 7fd14f7d5531da22",
                "hot-update 7fd14f7d5531da22", "ping");
        assertThat(of(WEBPACK, "syntax-error")).containsExactly("failed ./app/widget.jsx:9:1", "ping");
        assertThat(of(WEBPACK, "fix-error")).startsWith("built e2a22db8fe7c3b87", "hot-update e2a22db8fe7c3b87");
        assertThat(of(WEBPACK, "delete-module")).containsExactly("failed ./app/util.js:0:0", "ping");
        assertThat(of(WEBPACK, "restore-module")).startsWith("failed ./app/util.js:0:0", "built 35ff8a57a9e8ccf0")
                .as("the page has had this build")
                .doesNotContain("hot-update 35ff8a57a9e8ccf0");
        assertThat(of(WEBPACK, "ws-cut-300ms-no-edit")).containsExactly("connected ", "built 8b4996dcc49555dd");
        assertThat(of(WEBPACK, "edit-after-cut")).contains("hot-update 8b4996dcc49555dd");
        assertThat(of(WEBPACK, "edit-after-restart")).filteredOn("hot-update cef263d37bd6d065"::equals).hasSize(1);
    }

    @Test
    void aSyntaxErrorIsToldWithItsSourceAndWithoutColours() {
        BuildProblem turbopack = Transcript.of("next").problem("syntax-error", new NextDialect());
        assertThat(turbopack.message()).startsWith("./app/widget.jsx:9:16\nError: Expression expected");
        assertThat(turbopack.frame()).startsWith("   7 | }").contains(">  9 | const broken = ;").endsWith("  10 |");
        BuildProblem webpack = Transcript.of("next-webpack").problem("syntax-error", new NextDialect());
        assertThat(webpack.message()).contains("Expression expected");
        assertThat(webpack.frame()).startsWith(" 6 |").contains(" 9 | const broken = ;").contains("^");
        assertThat(turbopack.toString() + webpack).doesNotContain("\u001b");
    }

    @Test
    void aServerErrorAndAReloadAreTold() {
        NextDialect dialect = new NextDialect();
        assertThat(dialect.read(Direction.TO_CLIENT, Transcript.json(
                "{\"type\":\"serverError\",\"errorJSON\":{\"message\":\"x is not defined\",\"stack\":\"at /p/a.js:4:2\"}}")))
                .containsExactly(
                        new HmrFact.Failed(new BuildProblem("x is not defined", "", 0, 0, "", "at /p/a.js:4:2")));
        assertThat(dialect.read(Direction.TO_CLIENT,
                Transcript.json("{\"type\":\"reloadPage\",\"data\":\"HMR hash mismatch\"}")))
                .containsExactly(new HmrFact.FullReload("HMR hash mismatch"));
    }

    @Test
    void aPageThatHasStayedNeedsNoSecondGreetingOfTheSameBuild() {
        Transcript recorded = Transcript.of("next-webpack");
        NextDialect held = new NextDialect();
        assertThat(recorded.lines("edit-after-cut", held)).startsWith("built 8b4996dcc49555dd");
        assertThat(recorded.lines("ws-cut-300ms-no-edit", held)).containsExactly("repeated", "built 8b4996dcc49555dd");
        assertThat(recorded.lines("connect", held)).as("another build is news").startsWith("connected ");
    }

    @Test
    void aPageThatConnectsIntoAnErrorIsConnectedAllTheSame() {
        assertThat(new NextDialect().read(Direction.TO_CLIENT,
                Transcript.json("{\"type\":\"sync\",\"hash\":\"aa\",\"errors\":[\"./a.js:1:2 bad\"],\"warnings\":[]}"))
                .stream()
                .map(Transcript::line)).containsExactly("connected ", "failed ./a.js:1:2");
    }
}
