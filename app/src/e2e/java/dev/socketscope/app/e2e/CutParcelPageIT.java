package dev.socketscope.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Event.Settlement;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A page of Parcel in Chromium, whose line to the dev server is cut. Its script never connects a second time and its server repeats
 * nothing; still the page must not notice more than it has to.
 */
@Timeout(300)
class CutParcelPageIT {
    private static final int CUTS = 10;
    private static final String BROKEN = "title = = 'First version'";
    private static final String GOOD = "title = 'First version'";

    private HotPage page;

    @BeforeEach
    void open() throws IOException {
        page = new HotPage("cut-parcel", DevServer.parcel("cut-parcel"), "src/title.js");
        page.open();
    }

    @AfterEach
    void stop() {
        page.close();
    }

    /** An edit is on the page, which keeps its state. */
    private void isHot(String from, String to) {
        page.edit(from, to);
        page.showsTitle(to);
        page.isTheSame();
        page.speaks("parcel");
        page.awaitEcho();
    }

    private void showsError(boolean shown) {
        page.browser().await("!!document.getElementById('__parcel__error__overlay__') === " + shown);
    }

    private void showsColour(String colour) {
        page.browser().await("getComputedStyle(document.querySelector('h1')).color === '" + colour + "'");
    }

    @Test
    void tenCutsWithoutAnEditCostNoReloadAndNoState() {
        for (int i = 0; i < CUTS; i++) {
            page.cutAndSettle(CutLine.Kind.values()[i % 3], HotPage.SHORT);
            page.isTheSame();
        }
        assertThat(page.gaps()).hasSize(7).containsOnly(Settlement.NOTHING);
        assertThat(page.browser().sockets()).as("the browser has opened one socket in all that time").hasSize(1);
        isHot(HotPage.FIRST, "After the cuts");
    }

    @Test
    void editsBetweenTheCutsAreNotToldAgain() {
        isHot(HotPage.FIRST, "Version 1");
        for (int i = 1; i <= 4; i++) {
            page.cutAndSettle(CutLine.Kind.values()[i % 2], HotPage.SHORT);
            page.isTheSame();
            isHot("Version " + i, "Version " + (i + 1));
        }
        assertThat(page.gaps()).hasSize(4).containsOnly(Settlement.NOTHING);
    }

    @Test
    void anEditDuringTheCutReloadsThePageOnce() {
        page.reloadsOnce(() -> page.editInACut(CutLine.Kind.RST, HotPage.FIRST, "Version RST"));
        page.count();
        isHot("Version RST", "Version RST, edited");
        page.reloadsOnce(() -> page.editInACut(CutLine.Kind.FIN, "Version RST, edited", "Version FIN"));
        page.count();
        isHot("Version FIN", "After the cuts");
        page.cutAndSettle(CutLine.Kind.RST, HotPage.SHORT);
        page.isTheSame();
        assertThat(page.gaps()).containsExactly(Settlement.RELOAD, Settlement.RELOAD, Settlement.NOTHING);
    }

    @Test
    void anEditedStyleSheetIsShownAfterTheCutWithoutAReload() {
        page.cut(CutLine.Kind.RST, HotPage.SHORT, () -> page.edit("src/style.css", "0, 0, 255", "255, 0, 0"));
        showsColour("rgb(255, 0, 0)");
        page.isTheSame();
        page.awaitEcho();
        page.cutAndSettle(CutLine.Kind.FIN, HotPage.SHORT);
        assertThat(page.gaps()).containsExactly(Settlement.UPDATES, Settlement.NOTHING);
        isHot(HotPage.FIRST, "After the cuts");
    }

    @Test
    void anErrorThatWasMendedDuringTheCutGoesFromThePage() {
        page.edit(GOOD, BROKEN);
        showsError(true);
        page.cut(CutLine.Kind.RST, HotPage.SHORT, () -> page.edit(BROKEN, GOOD));
        showsError(false);
        page.isTheSame();
    }

    @Test
    void anErrorThatIsMendedAfterTheCutLeavesThePageAsItWas() {
        page.edit(GOOD, BROKEN);
        showsError(true);
        page.cutAndSettle(CutLine.Kind.FIN, HotPage.SHORT);
        showsError(true);
        page.edit(BROKEN, GOOD);
        showsError(false);
        page.rest(HotPage.SHORT);
        page.isTheSame();
        assertThat(page.gaps()).containsOnly(Settlement.NOTHING);
    }

    @Test
    void aLineThatOnlyStallsCostsNothing() {
        page.editInACut(CutLine.Kind.BLACK_HOLE, HotPage.FIRST, "Waited");
        page.isTheSame();
        assertThat(page.browser().sockets()).hasSize(1);
    }

    @Test
    void aRestartThatChangesNothingLeavesThePageAlive() {
        page.restartServer();
        page.awaitGaps(1);
        page.isTheSame();
        assertThat(page.gaps()).containsExactly(Settlement.NOTHING);
        isHot(HotPage.FIRST, "After the restart");
    }

    @Test
    void aRestartOfTheDevServerAfterAnEditReloadsThePageOnce() {
        page.reloadsOnce(() -> page.restartServer(() -> page.edit(HotPage.FIRST, "While it was away")));
        page.showsTitle("While it was away");
        page.count();
        isHot("While it was away", "After the restart");
    }
}
