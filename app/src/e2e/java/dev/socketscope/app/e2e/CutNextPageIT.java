package dev.socketscope.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Direction;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page of Next.js in Chromium, whose line to the dev server is cut: greeted again, the page itself asks for what it needs. */
@Timeout(300)
class CutNextPageIT {
    private static final String TURBOPACK = "--turbopack";
    private static final String WEBPACK = "--webpack";

    private static HotPage open(String bundler) throws IOException {
        HotPage page = new HotPage("cut-next", DevServer.next("cut-next", bundler), "app/title.js");
        page.open();
        if (bundler.equals(TURBOPACK)) {
            page.awaitMessage(Direction.TO_UPSTREAM, "turbopack-subscribe");
        } else {
            page.awaitMessage(Direction.TO_CLIENT, "sync");
        }
        page.speaks("next");
        return page;
    }

    @ParameterizedTest
    @ValueSource(strings = {TURBOPACK, WEBPACK})
    void cutsWithoutAnEditCostNothingAndEditsStayHot(String bundler) throws IOException {
        try (HotPage page = open(bundler)) {
            page.edit(HotPage.FIRST, "Before the cuts");
            page.showsTitle("Before the cuts");
            page.isTheSame();
            for (CutLine.Kind kind : CutLine.Kind.values()) {
                page.cutAndSettle(kind, HotPage.SHORT);
                page.rest(Duration.ofSeconds(1));
                page.isTheSame();
            }
            page.edit("Before the cuts", "After the cuts");
            page.showsTitle("After the cuts");
            page.isTheSame();
            assertThat(page.browser().sockets()).as("the browser noticed nothing").hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TURBOPACK, WEBPACK})
    void anEditDuringTheCutIsOnThePageSoonAfterwards(String bundler) throws IOException {
        try (HotPage page = open(bundler)) {
            page.editInACut(CutLine.Kind.BLACK_HOLE, HotPage.FIRST, "Version BLACK_HOLE");
            page.isTheSame();
            // Hot only if the server has built it after it had greeted the page again.
            page.reloadsAtMostOnce(() -> page.editInACut(CutLine.Kind.RST, "Version BLACK_HOLE", "Version RST"));
            page.reloadsAtMostOnce(() -> page.editInACut(CutLine.Kind.FIN, "Version RST", "Version FIN"));
            page.count();
            page.edit("Version FIN", "After the cuts");
            page.showsTitle("After the cuts");
            page.isTheSame();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TURBOPACK, WEBPACK})
    void aRestartOfTheDevServerReloadsThePageOnce(String bundler) throws IOException {
        try (HotPage page = open(bundler)) {
            page.reloadsOnce(page::restartServer);
            page.showsTitle(HotPage.FIRST);
            page.count();
            page.edit(HotPage.FIRST, "After the restart");
            page.showsTitle("After the restart");
            page.isTheSame();
        }
    }
}
