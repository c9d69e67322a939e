package dev.socketscope.engine.hmr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Event.Settlement;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a page has is what it had when its socket was lost, whoever loads what meanwhile. */
class LostSocketTest {
    private static final String ACCEPTING = "import.meta.hot.accept();\nexport const v = ";

    private final ModuleTable table = new ModuleTable();

    private void loaded(String url, String type, String body) {
        table.loaded(url, type, etag(body), body.getBytes(StandardCharsets.UTF_8));
    }

    private static String etag(String body) {
        return "W/\"" + body.hashCode() + "\"";
    }

    private GapSettler.Decision settle(ModuleTable.Snapshot lost, String appNow) {
        GapSettler settler = new GapSettler(table, lost);
        settler.tokens("token", "token");
        for (GapSettler.Question question : settler.questions()) {
            boolean app = question.url().equals("/src/app.js");
            settler.answered(question, app && !question.etag().equals(etag(appNow))
                    ? new GapSettler.Answer(200, "text/javascript", etag(appNow),
                            appNow.getBytes(StandardCharsets.UTF_8))
                    : new GapSettler.Answer(304, "", "", new byte[0]));
        }
        return settler.decide(1_795_424_429_644L);
    }

    private void loadPage(String app) {
        loaded("/", "text/html", "<script type=module src=/src/app.js></script>");
        loaded("/src/app.js", "text/javascript", app);
    }

    @Test
    void whatAnotherPageLoadedSinceIsStillNewsToThisOne() {
        loadPage(ACCEPTING + 1);
        ModuleTable.Snapshot lost = table.snapshot();
        loadPage(ACCEPTING + 2);

        assertThat(settle(lost, ACCEPTING + 2)).extracting(GapSettler.Decision::settlement, GapSettler.Decision::detail)
                .containsExactly(Settlement.UPDATES, "/src/app.js");
    }

    @Test
    void twoPagesThatLostTheirSocketsTogetherAreBothTold() {
        loadPage(ACCEPTING + 1);
        ModuleTable.Snapshot lost = table.snapshot();

        assertThat(settle(lost, ACCEPTING + 2).settlement()).isEqualTo(Settlement.UPDATES);
        assertThat(settle(lost, ACCEPTING + 2).settlement()).isEqualTo(Settlement.UPDATES);
    }

    @Test
    void whatThePageLoadedForTheFirstTimeInTheGapIsAskedForToo() {
        loadPage(ACCEPTING + 1);
        ModuleTable.Snapshot lost = table.snapshot();
        loaded("/src/lazy.js", "text/javascript", ACCEPTING + 1);

        assertThat(new GapSettler(table, lost).questions()).extracting(GapSettler.Question::url)
                .containsExactlyInAnyOrder("/", "/src/app.js", "/src/lazy.js");
    }

    @Test
    void withoutAnEditThePageIsToldNothing() {
        loadPage(ACCEPTING + 1);

        assertThat(settle(table.snapshot(), ACCEPTING + 1).settlement()).isEqualTo(Settlement.NOTHING);
    }
}
