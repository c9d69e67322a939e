package dev.socketscope.engine.hmr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Event.Settlement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page is told after a gap, on recordings of a real Vite. */
class GapSettlerTest {
    /** Where the page is told another thing than one that was there: each has a test of its own. */
    private static final Set<String> OTHERWISE = Set.of("app-and-back", "restarted", "broken-before");

    static List<String> asThere() {
        return GapRecording.names().stream().filter(name -> !OTHERWISE.contains(name)).toList();
    }

    private static TreeSet<String> lines(GapSettler.Decision decision) {
        return decision.message() == null ? new TreeSet<>()
                : GapRecording.lines(Transcript.json(Objects.requireNonNull(decision.message())));
    }

    private static GapSettler.Decision settle(String name) {
        return new GapRecording(name).settle();
    }

    @ParameterizedTest
    @MethodSource("asThere")
    void aPageIsToldWhatItWouldHaveBeenToldHadItBeenThere(String name) {
        GapRecording gap = new GapRecording(name);
        GapSettler.Decision decision = gap.settle();
        assertThat(lines(decision)).as(decision.detail()).isEqualTo(gap.told());
        assertThat(decision.settlement()).isEqualTo(gap.told().isEmpty() ? Settlement.NOTHING
                : gap.told().contains("full-reload") ? Settlement.RELOAD : Settlement.UPDATES);
    }

    /** Broken and deleted modules are never had, so the page is told of them again. */
    @ParameterizedTest
    @ValueSource(strings = {"nothing", "edits-before", "app", "app-after-edits", "app-and-back", "util",
            "util-after-edits", "words", "mixed", "widget", "fmt", "dep", "right", "lazy", "data", "json-accepted",
            "circle", "style", "linked", "theme", "fixed-in-gap", "no-longer-imported", "main", "shared", "html"})
    void theNextGapFindsEverythingAsItIs(String name) {
        GapRecording gap = new GapRecording(name);
        gap.apply(gap.settle());
        assertThat(gap.settle()).extracting(GapSettler.Decision::settlement, GapSettler.Decision::message)
                .containsExactly(Settlement.NOTHING, null);
    }

    @Test
    void noEditInTheGapButEditsBeforeIt() {
        assertThat(settle("edits-before")).isEqualTo(
                new GapSettler.Decision(Settlement.NOTHING, null, "26 modules are as they were"));
    }

    @Test
    void anEditOfAModuleThatAcceptsItself() {
        assertThat(settle("app")).isEqualTo(new GapSettler.Decision(Settlement.UPDATES,
                "{\"type\":\"update\",\"updates\":[{\"type\":\"js-update\",\"timestamp\":1800000000000,"
                        + "\"path\":\"/src/App.jsx\",\"acceptedPath\":\"/src/App.jsx\",\"explicitImportRequired\":false,"
                        + "\"isWithinCircularImport\":false}]}",
                "/src/App.jsx"));
    }

    @Test
    void anEditOfAModuleThatDoesNotAcceptBecomesAnUpdateOfThoseAbove() {
        assertThat(settle("words")).extracting(GapSettler.Decision::settlement, GapSettler.Decision::detail)
                .containsExactly(Settlement.UPDATES, "/src/App.jsx");
    }

    @Test
    void anEditThatNotEverybodyAboveAcceptsReloadsThePage() {
        assertThat(settle("shared")).isEqualTo(new GapSettler.Decision(Settlement.RELOAD,
                "{\"type\":\"full-reload\",\"path\":\"*\"}",
                "/src/shared.js has changed, and not everything that imports it accepts that"));
    }

    @Test
    void anEditThatWasTakenBackIsNone() {
        assertThat(settle("app-and-back").settlement()).isEqualTo(Settlement.NOTHING);
    }

    @Test
    void aRestartedServerReloadsThePage() {
        assertThat(settle("restarted")).extracting(GapSettler.Decision::settlement, GapSettler.Decision::detail)
                .containsExactly(Settlement.RELOAD, "the dev server was restarted");
    }

    @Test
    void anErrorThatStoodBeforeTheGapIsShownAgain() {
        assertThat(lines(settle("broken-before"))).containsExactly("js-update /src/App.jsx /src/App.jsx");
    }

    @Test
    void anErrorThatWasMendedInTheGapByTakingItBackGoesFromThePage() {
        GapRecording gap = new GapRecording("nothing");
        GapSettler settler = gap.settler();
        settler.errorShown();
        assertThat(gap.settle(settler)).extracting(GapSettler.Decision::settlement, GapSettler.Decision::message)
                .containsExactly(Settlement.UPDATES, "{\"type\":\"update\",\"updates\":[]}");
    }

    @Test
    void aPageThatHasNotFetchedItsUpdateIsToldAgain() {
        GapRecording gap = new GapRecording("app");
        assertThat(gap.settle()).isEqualTo(gap.settle());
    }

    @ParameterizedTest
    @CsvSource({"0, could not be asked for", "502, is answered with 502", "403, is answered with 403"})
    void aModuleOfWhichNothingIsKnownReloadsThePage(int status, String detail) {
        GapRecording gap = new GapRecording("nothing");
        gap.answersWith("/src/words.js", status);
        assertThat(gap.settle()).extracting(GapSettler.Decision::settlement, GapSettler.Decision::detail)
                .containsExactly(Settlement.RELOAD, "/src/words.js " + detail);
    }

    @Test
    void aModuleOfAnEarlierStateThatIsGoneDoesNotMatter() {
        GapRecording gap = new GapRecording("nothing");
        gap.load("/src/old.js", script("export const old = 1;"));
        gap.answersWith("/src/old.js", 404);
        assertThat(gap.settle().settlement()).isEqualTo(Settlement.NOTHING);
        assertThat(gap.settler().questions()).extracting(GapSettler.Question::url).doesNotContain("/src/old.js");
    }

    @Test
    void aChangeOfWhatNobodyImportsReloadsThePageOnce() {
        GapRecording gap = new GapRecording("nothing");
        gap.load("/src/worker.js", script("export const work = 1;"));
        GapSettler settler = gap.settler();
        settler.tokens(gap.token, gap.token);
        settler.answered(new GapSettler.Question("/src/worker.js", "1", false), script("export const work = 2;"));
        assertThat(settler.decide(0).settlement()).isEqualTo(Settlement.RELOAD);
        assertThat(gap.settle().settlement()).as("the page would have loaded it, or not").isEqualTo(Settlement.NOTHING);
    }

    @Test
    void dependenciesThatWereBundledAnewReloadThePage() {
        GapRecording gap = new GapRecording("nothing");
        gap.load("/src/App.jsx", script("import.meta.hot.accept(); import a from \"/x/deps/a.js?v=00000001\"; "
                + "import b from \"/x/deps/b.js?v=00000002\""));
        GapSettler settler = gap.settler();
        settler.tokens(gap.token, gap.token);
        settler.answered(new GapSettler.Question("/src/App.jsx", "1", false), script(
                "import.meta.hot.accept(); import a from \"/x/deps/a.js?v=00000001\"; import b from \"/x/deps/b.js?v=00000003\""));
        assertThat(settler.decide(0)).extracting(GapSettler.Decision::settlement, GapSettler.Decision::detail)
                .containsExactly(Settlement.RELOAD, "the dependencies were bundled anew");
    }

    @Test
    void aPageOfWhichAModuleIsNotKnownReloads() {
        GapRecording gap = new GapRecording("nothing");
        gap.table.forget("/src/words.js");
        assertThat(gap.settler().questions()).isEmpty();
        assertThat(gap.settle()).extracting(GapSettler.Decision::settlement, GapSettler.Decision::detail)
                .containsExactly(Settlement.RELOAD, "/src/words.js did not come through this engine");
    }

    @Test
    void aPageThatBeganElsewhereReloads() {
        ModuleTable table = new ModuleTable();
        table.loaded("/src/style.css?t=1", "text/javascript", "1", script("import.meta.hot.accept()").body());
        GapSettler settler = new GapSettler(table);
        settler.tokens("a", "a");
        assertThat(settler.decide(0)).extracting(GapSettler.Decision::settlement, GapSettler.Decision::detail)
                .containsExactly(Settlement.RELOAD, "the page's modules did not come through this engine");
    }

    @Test
    void aPageOfTooManyModulesReloads() {
        ModuleTable table = new ModuleTable();
        table.begin();
        for (int i = 0; i <= ModuleTable.MOST; i++) {
            table.loaded("/src/m" + i + ".js", "text/javascript", "1", new byte[0]);
        }
        assertThat(new GapSettler(table).decide(0)).extracting(GapSettler.Decision::settlement,
                GapSettler.Decision::detail).containsExactly(Settlement.RELOAD, "the page has more than 4000 modules");
    }

    @ParameterizedTest
    @CsvSource({"'', a", "a, ''", "'', ''"})
    void aTokenThatIsNotKnownReloads(String before, String now) {
        GapSettler settler = new GapRecording("nothing").settler();
        settler.tokens(before, now);
        assertThat(settler.decide(0)).extracting(GapSettler.Decision::settlement, GapSettler.Decision::detail)
                .containsExactly(Settlement.RELOAD, "the server's token is unknown");
    }

    @Test
    void aReloadIsDecidedWhateverIsAnsweredAfterwards() {
        GapRecording gap = new GapRecording("app");
        gap.restarts();
        assertThat(gap.settle().detail()).isEqualTo("the dev server was restarted");
    }

    @Test
    void styleSheetsOfLinksAreAskedForAsSuch() {
        assertThat(new GapRecording("nothing").settler().questions()).filteredOn(GapSettler.Question::css)
                .extracting(GapSettler.Question::url)
                .containsExactly("/src/linked.css");
    }

    private static GapSettler.Answer script(String body) {
        return new GapSettler.Answer(200, "text/javascript", "1", body.getBytes(StandardCharsets.UTF_8));
    }
}
