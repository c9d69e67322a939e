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
 * nothing, so that the page reloads after every gap, and lives.
 */
@Timeout(240)
class CutParcelPageIT {
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

    private void isHot(String from, String to) {
        page.count();
        page.socket();
        page.edit(from, to);
        page.showsTitle(to);
        page.isTheSame();
        page.speaks("parcel");
    }

    @Test
    void aGapReloadsThePageOnceWhetherItHadHeardOfTheServerOrNot() {
        page.reloadsOnce(() -> page.cutAndSettle(CutLine.Kind.RST, HotPage.SHORT));
        isHot(HotPage.FIRST, "Heard");
        page.reloadsOnce(() -> page.cutAndSettle(CutLine.Kind.FIN, HotPage.SHORT));
        assertThat(page.gaps()).containsExactly(Settlement.RELOAD, Settlement.RELOAD);
        isHot("Heard", "After the gaps");
    }

    @Test
    void aLineThatOnlyStallsCostsNothing() {
        page.editInACut(CutLine.Kind.BLACK_HOLE, HotPage.FIRST, "Waited");
        page.isTheSame();
        assertThat(page.browser().sockets()).hasSize(1);
    }

    @Test
    void anEditDuringTheCutIsOnThePageSoonAfterwards() {
        page.reloadsOnce(() -> page.editInACut(CutLine.Kind.RST, HotPage.FIRST, "Version RST"));
        page.reloadsOnce(() -> page.editInACut(CutLine.Kind.FIN, "Version RST", "Version FIN"));
        isHot("Version FIN", "After the cuts");
    }

    @Test
    void aRestartOfTheDevServerReloadsThePageOnce() {
        page.reloadsOnce(page::restartServer);
        isHot(HotPage.FIRST, "After the restart");
    }
}
