package dev.socketscope.engine.hmr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Event.Settlement;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page of Parcel is told after a gap. */
class BundleSettlerTest {
    private static final String DOCUMENT = "<link rel=stylesheet href=/app.css><script type=module src=/app.js></script>";
    private static final String THEN = "Thu, 26 Nov 2026 08:40:28 GMT";

    private final BundleTable table = new BundleTable();
    private final Map<String, GapSettler.Answer> served = new LinkedHashMap<>();
    private boolean errorStands;

    @BeforeEach
    void serve() {
        serve("/", "text/html; charset=utf-8", DOCUMENT);
        serve("/app.js", "application/javascript; charset=utf-8", "v1");
        serve("/app.css", "text/css; charset=utf-8", "h1 {}");
        serve("/pic.png", "image/png", "png");
    }

    private void serve(String url, String type, String body) {
        served.put(url, new GapSettler.Answer(200, type, "", body.getBytes(StandardCharsets.UTF_8)));
    }

    private void serve(String script) {
        serve("/app.js", "application/javascript; charset=utf-8", script);
    }

    private void breakBuild() {
        served.replaceAll((_, _) -> new GapSettler.Answer(500, "text/html; charset=utf-8", "", new byte[0]));
        errorStands = true;
    }

    private void load(String url) {
        GapSettler.Answer answer = answer(url);
        table.loading(url, url.equals("/"));
        table.loaded(url, answer.contentType(), "", THEN, answer.body());
    }

    private GapSettler.Answer answer(String url) {
        return served.getOrDefault(BundleTable.key(url), new GapSettler.Answer(404, "", "", new byte[0]));
    }

    /** Loads everything that is served and opens the page's socket. */
    private PageBundles page() {
        served.keySet().forEach(this::load);
        return table.open();
    }

    private BundleRenewal asked(PageBundles page) {
        BundleRenewal renewal = page.renewal();
        renewal.questions().forEach(q -> renewal.answered(q, answer(q.url())));
        return renewal;
    }

    private BundleSettler asked(BundleSettler settler) {
        settler.questions().forEach(q -> settler.answered(q, answer(q.url())));
        return settler;
    }

    private GapSettler.Decision settle(PageBundles page) {
        return asked(new BundleSettler(page, () -> errorStands)).decide(0);
    }

    private void reloads(PageBundles page, String why) {
        assertThat(settle(page)).isEqualTo(new GapSettler.Decision(Settlement.RELOAD, "{\"type\":\"reload\"}", why));
    }

    private void isToldNothing(PageBundles page) {
        assertThat(settle(page)).extracting(GapSettler.Decision::settlement, GapSettler.Decision::message)
                .containsExactly(Settlement.NOTHING, null);
    }

    @Test
    void withoutAnEditThePageIsToldNothing() {
        assertThat(settle(page()))
                .isEqualTo(new GapSettler.Decision(Settlement.NOTHING, null, "4 files are as they were"));
    }

    @ParameterizedTest
    @CsvSource({"/, text/html; charset=utf-8", "/app.js, application/javascript; charset=utf-8",
            "/pic.png, image/png"})
    void anEditOfAnythingButStyleReloadsThePage(String url, String type) {
        PageBundles page = page();
        serve(url, type, "changed");
        reloads(page, url + " has changed");
    }

    @Test
    void styleSheetsAreFetchedAnew() {
        PageBundles page = page();
        serve("/app.css", "text/css; charset=utf-8", "h1 { color: red }");
        assertThat(settle(page)).isEqualTo(new GapSettler.Decision(Settlement.UPDATES,
                "{\"type\":\"update\",\"assets\":[{\"id\":\"/app.css\",\"url\":\"/app.css\",\"type\":\"css\","
                        + "\"output\":\"\",\"envHash\":\"\",\"outputFormat\":\"global\",\"depsByBundle\":{}}]}",
                "/app.css"));
    }

    @Test
    void aStyleSheetAndAScriptReloadThePage() {
        PageBundles page = page();
        serve("v2");
        serve("/app.css", "text/css; charset=utf-8", "h1 { color: red }");
        reloads(page, "/app.js, /app.css has changed");
    }

    @Test
    void anEditThatWasTakenBackIsNone() {
        PageBundles page = page();
        serve("v2");
        serve("v1");
        isToldNothing(page);
    }

    @Test
    void whatAnUpdateMadeOfThePageIsWhatTheNextGapComparesWith() {
        PageBundles page = page();
        page.changed();
        serve("v2");
        assertThat(asked(page).take()).isTrue();
        isToldNothing(page);
        serve("v1");
        reloads(page, "/app.js has changed");
    }

    @Test
    void anUpdateWhoseOutcomeIsNotKnownReloadsThePage() {
        PageBundles page = page();
        page.changed();
        reloads(page, "an update was under way when the line broke");
    }

    @Test
    void answersThatMayBeNewerThanThePageDoNotCount() {
        PageBundles page = page();
        page.changed();
        serve("v3");
        BundleRenewal renewal = asked(page);
        page.changed();
        assertThat(renewal.outdated()).isTrue();
        assertThat(renewal.take()).isFalse();
        reloads(page, "an update was under way when the line broke");
    }

    @Test
    void answersThatAreNotConfirmedWhenTheLineBreaksDoNotCount() {
        PageBundles page = page();
        page.changed();
        BundleRenewal renewal = asked(page);
        page.interrupted();
        assertThat(renewal.take()).isFalse();
        assertThat(page.stale()).isTrue();
    }

    @Test
    void answersOfABrokenBuildDoNotCount() {
        PageBundles page = page();
        page.changed();
        breakBuild();
        assertThat(asked(page).take()).isFalse();
    }

    @Test
    void aMendedErrorGoesFromThePage() {
        PageBundles page = page();
        errorStands = true;
        assertThat(settle(page)).extracting(GapSettler.Decision::settlement, GapSettler.Decision::message)
                .containsExactly(Settlement.UPDATES, "{\"type\":\"update\",\"assets\":[]}");
    }

    @Test
    void aBrokenBuildIsWaitedFor() {
        PageBundles page = page();
        breakBuild();
        BundleSettler settler = asked(new BundleSettler(page, () -> errorStands));
        assertThat(settler.decide(0).settlement()).isEqualTo(Settlement.NOTHING);
        assertThat(settler.waitsForBuild()).isTrue();
        errorStands = false;
        serve();
        isToldNothing(page);
    }

    @Test
    void anErrorOfTheServerOfWhichThePageIsNotToldReloadsIt() {
        PageBundles page = page();
        breakBuild();
        errorStands = false;
        reloads(page, "the server is at fault, and does not say why");
    }

    @ParameterizedTest
    @CsvSource({"0, could not be asked for", "502, is answered with 502", "404, is answered with 404"})
    void aFileOfWhichNothingIsKnownReloadsThePage(int status, String detail) {
        PageBundles page = page();
        served.put("/app.js", new GapSettler.Answer(status, "text/html", "", new byte[0]));
        reloads(page, "/app.js " + detail);
    }

    @Test
    void aFileThatIsGoneReloadsThePageOnce() {
        serve("/lazy.js", "application/javascript", "lazy");
        PageBundles page = page();
        serve("/lazy.js", "text/html", DOCUMENT);
        reloads(page, "/lazy.js is another kind of file now");
        isToldNothing(table.open());
    }

    @Test
    void whatAnotherPageLoadsLaterIsStillNewsToThisOne() {
        PageBundles page = page();
        serve("v2");
        PageBundles other = page();
        reloads(page, "/app.js has changed");
        isToldNothing(other);
    }

    @Test
    void whatIsLoadedLaterIsAskedForToo() {
        PageBundles page = page();
        serve("/lazy.js", "application/javascript", "lazy");
        load("/lazy.js");
        serve("/lazy.js", "application/javascript", "edited");
        reloads(page, "/lazy.js has changed");
    }

    @Test
    void aPageOfWhichAFileDidNotComeThroughReloads() {
        load("/");
        load("/pic.png");
        load("/app.css");
        reloads(table.open(), "the page's script did not come through this engine");
        load("/other.js");
        reloads(new BundleTable().open(), "the page did not come through this engine");
    }

    @Test
    void aFileThatHasNotComeWholeReloadsThePageUntilItIsKnown() {
        page();
        table.loading("/app.js", false);
        reloads(table.open(), "what the page has of /app.js did not come through this engine");
    }

    @Test
    void aCopyInTheBrowserIsKnownByItsTime() {
        page();
        table.unchanged("/", true, THEN);
        table.unchanged("/app.js", false, THEN);
        table.unchanged("/app.css", false, THEN);
        isToldNothing(table.open());
        table.unchanged("/app.js", false, "another time");
        reloads(table.open(), "what the page has of /app.js did not come through this engine");
    }

    @Test
    void copiesInTheBrowserThatWereNeverSeenCostOneReload() {
        for (String url : served.keySet()) {
            table.unchanged(url, url.equals("/"), THEN);
        }
        assertThat(settle(table.open()).settlement()).isEqualTo(Settlement.RELOAD);
        for (String url : served.keySet()) {
            table.unchanged(url, url.equals("/"), THEN);
        }
        isToldNothing(table.open());
    }

    @Test
    void aPageOfTooManyFilesReloads() {
        PageBundles page = page();
        for (int i = 0; i < BundleTable.MOST; i++) {
            load("/" + i + ".js");
        }
        reloads(page, "the page has more than 4000 files");
        assertThat(settle(table.open()).detail()).isEqualTo("the page has more than 4000 files");
    }

    @ParameterizedTest
    @CsvSource({"/app.js, 'max-age=0, must-revalidate', true", "/app.js, no-cache, false",
            "/app.js.map, 'max-age=0, must-revalidate', false",
            "/__parcel_source_root/a.js, 'max-age=0, must-revalidate', false"})
    void filesOfParcelAreKnownByTheirCacheControl(String path, String cacheControl, boolean matters) {
        assertThat(BundleTable.matters(path, cacheControl)).isEqualTo(matters);
    }

    @Test
    void aFileIsKnownWithoutTheStampOfAReplacement() {
        PageBundles page = page();
        load("/app.css?1795656520233");
        assertThat(page.renewal().questions()).extracting(GapSettler.Question::url)
                .containsExactly("/", "/app.js", "/app.css", "/pic.png");
    }
}
