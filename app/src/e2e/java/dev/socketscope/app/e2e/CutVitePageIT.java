package dev.socketscope.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Event;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A Vite and React page in Chromium, whose line to the dev server is cut: the page must not notice more than it has to. */
@Timeout(600)
class CutVitePageIT {
    private static final int CUTS = 50;

    private HotPage page;

    @BeforeEach
    void open() throws IOException {
        page = new HotPage("cut-vite", DevServer.vite("cut-vite"), "src/App.jsx");
        page.open();
        page.awaitMessage(Direction.TO_CLIENT, "connected");
    }

    @AfterEach
    void stop() {
        page.close();
    }

    @Test
    void fiftyCutsWithoutAnEditCostNoReloadAndNoState() {
        Random random = new Random(4);
        for (int i = 0; i < CUTS; i++) {
            // Mostly short, a few up to ten seconds.
            page.cutAndSettle(CutLine.Kind.values()[i % 3],
                    Duration.ofMillis(i % 17 == 16 ? 10_000 : 300 + random.nextInt(1_200)));
            page.isTheSame();
        }
        assertThat(page.socket().survival().reconnects()).isEqualTo(34);
        assertThat(page.gaps()).containsOnly(Event.Settlement.NOTHING);
        assertThat(page.browser().sockets()).as("the browser has opened one socket in all that time").hasSize(1);
    }

    @Test
    void anEditDuringTheCutIsHotOnThePageSoonAfterwards() {
        for (int i = 0; i < 6; i++) {
            String from = i == 0 ? HotPage.FIRST : "Version " + i;
            String to = "Version " + (i + 1);
            page.editInACut(CutLine.Kind.values()[i % 3], from, to);
            page.isTheSame();
            await().until(() -> page.socket().state() == Connection.State.OPEN);
        }
    }

    @Test
    void anEditBeforeTheCutIsNotToldAgain() {
        page.edit(HotPage.FIRST, "Second version");
        page.showsTitle("Second version");
        page.cutAndSettle(CutLine.Kind.RST, HotPage.SHORT);
        assertThat(page.gaps()).containsExactly(Event.Settlement.NOTHING);
        page.isTheSame();
    }

    @Test
    void anEditOfSomethingThatDoesNotAcceptReloadsThePageOnce() {
        page.reloadsOnce(() -> page.cut(CutLine.Kind.RST, HotPage.SHORT,
                () -> page.edit("index.html", "<title>", "<title>Changed ")));
        page.browser().await("document.title.startsWith('Changed')");
    }

    @Test
    void aRestartOfTheDevServerReloadsThePageOnce() {
        page.reloadsOnce(page::restartServer);
        page.showsTitle(HotPage.FIRST);
        page.edit(HotPage.FIRST, "After the restart");
        page.showsTitle("After the restart");
    }
}
