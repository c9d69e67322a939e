package dev.socketscope.engine.hmr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.socketscope.engine.api.Direction;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Vite 8, as recorded. */
class ViteDialectTest {
    private static final Transcript RECORDED = Transcript.of("vite");
    private final ViteDialect dialect = new ViteDialect();

    @Test
    void everyStepOfTheRecordingSaysWhatHappened() {
        List<String> app = List.of("built ", "js-update /src/App.jsx");
        List<String> twice = List.of("built ", "js-update /src/App.jsx", "built ", "js-update /src/App.jsx");
        List<String> connected = List.of("connected ");
        assertThat(RECORDED.facts(ViteDialect::new)).containsExactly(entry("connect", connected),
                entry("edit-js", app),
                entry("edit-css", List.of("built ", "js-update /src/App.css")),
                entry("syntax-error",
                        List.of("built ", "js-update /src/App.jsx", "failed /project/src/App.jsx:16:16")),
                entry("fix-error", app), entry("delete-module", app), entry("restore-module", twice),
                entry("full-reload-trigger", List.of("full-reload /index.html", "connected ")),
                entry("config-restart", connected), entry("idle-40s", List.of("ping")),
                entry("ws-cut-5s-with-edit", connected), entry("edit-after-cut", app),
                entry("ws-cut-300ms-no-edit", connected), entry("server-restart", connected),
                entry("edit-after-restart", twice));
    }

    @Test
    void aSecondGreetingOnAHeldSocketIsNoNews() {
        assertThat(RECORDED.lines("connect", dialect)).containsExactly("connected ");
        assertThat(RECORDED.lines("ws-cut-300ms-no-edit", dialect)).containsExactly("repeated");
    }

    @Test
    void anUpdateTellsTheTimeStampThatThePageAsksWith() {
        assertThat(dialect.read(Direction.TO_CLIENT, RECORDED.step("edit-js").getFirst().message()))
                .contains(new HmrFact.Update("js-update", "/src/App.jsx", "/src/App.jsx", 1795424429644L));
    }

    @Test
    void aSyntaxErrorIsToldWithItsPlaceAndSource() {
        BuildProblem problem = RECORDED.problem("syntax-error", dialect);
        assertThat(problem.message()).startsWith("Transform failed with 1 error:").contains("Unexpected token");
        assertThat(problem.file()).isEqualTo("/project/src/App.jsx");
        assertThat(problem.line()).isEqualTo(16);
        assertThat(problem.column()).isEqualTo(16);
        assertThat(problem.frame().lines().map(String::strip)).contains("16 │ const broken = ;");
        assertThat(problem.frame()).doesNotContain("PARSE_ERROR").doesNotContain("────╯");
        assertThat(problem.stack()).startsWith("    at transformWithOxc");
        assertThat(problem.toString()).doesNotContain("\u001b");
    }

    @Test
    void aPlaceThatTheServerNamesApartCounts() {
        var message = Transcript.json("""
                {"type":"error","err":{"message":"bad \\u001b[31mcolour\\u001b[39m at other.js:1:2","id":"/p/a.js",
                 "loc":{"file":"/p/b.js","line":3,"column":15},"frame":"3 | x","stack":"s"}}""");
        assertThat(dialect.read(Direction.TO_CLIENT, message)).containsExactly(
                new HmrFact.Failed(new BuildProblem("bad colour at other.js:1:2", "/p/b.js", 3, 15, "3 | x", "s")));
    }

    @Test
    void anErrorWithoutAPlaceIsStillAnError() {
        assertThat(dialect.read(Direction.TO_CLIENT,
                Transcript.json("{\"type\":\"error\",\"err\":{\"message\":\"no place\",\"loc\":null}}")))
                .containsExactly(new HmrFact.Failed(new BuildProblem("no place", "", 0, 0, "", "")));
    }

    @Test
    void modulesThatAreGoneAndEventsOfPlugins() {
        assertThat(dialect.read(Direction.TO_CLIENT,
                Transcript.json("{\"type\":\"prune\",\"paths\":[\"/src/a.css\",\"/src/b.js\"]}")))
                .containsExactly(new HmrFact.Prune(List.of("/src/a.css", "/src/b.js")));
        assertThat(dialect.read(Direction.TO_CLIENT, Transcript.json("{\"type\":\"custom\",\"event\":\"update\"}")))
                .isEmpty();
        assertThat(dialect.read(Direction.TO_UPSTREAM, Transcript.json("{\"type\":\"update\",\"updates\":[{}]}")))
                .as("a page does not build")
                .isEmpty();
    }

    @Test
    void aGapIsSettledByAskingForTheModulesAgain() {
        assertThat(dialect.afterGap()).isEqualTo(HmrDialect.GapRule.REVALIDATE);
        assertThat(dialect.wireName()).isEqualTo("vite");
    }
}
