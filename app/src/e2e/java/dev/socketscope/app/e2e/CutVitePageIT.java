package dev.socketscope.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Event;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A Vite and React page in Chromium, whose line to the dev server is cut: the page must not notice more than it has to. */
@Timeout(600)
class CutVitePageIT {
    private static final String APP = "src/App.jsx";
    private static final int CUTS = 50;
    private static final Duration ON_THE_PAGE = Duration.ofSeconds(2);

    private DevServer vite;
    private CutLine line;
    private EngineUnderTest engine;
    private Browser browser;

    @BeforeEach
    void openPageAndCountToThree() throws IOException {
        vite = DevServer.vite("cut-vite");
        line = new CutLine(URI.create(vite.url()).getPort());
        engine = new EngineUnderTest(line.url());
        browser = new Browser("cut-vite");
        browser.open(engine.url("/"));
        browser.await("document.querySelector('h1')?.textContent == 'First version'");
        engine.awaitMessage(engine.awaitOpen("vite-hmr").id(), Direction.TO_CLIENT, "connected");
        for (int i = 1; i <= 3; i++) {
            browser.click("button");
        }
        browser.await("document.querySelector('button').textContent == 'count 3'");
        browser.evaluate("window.marker = 'same page'");
    }

    @AfterEach
    void stop() {
        browser.close();
        engine.close();
        line.close();
        vite.close();
    }

    private void thePageIsTheSame() {
        assertThat(browser.evaluate("window.marker").asString("")).as("the page was not loaded anew")
                .isEqualTo("same page");
        assertThat(browser.evaluate("document.querySelector('button').textContent").asString()).isEqualTo("count 3");
    }

    private Connection socket() {
        return engine.awaitOpen("vite-hmr");
    }

    private long settled() {
        return engine.engine().events(0, 100_000).events().stream().filter(Event.GapSettled.class::isInstance).count();
    }

    /** Cuts the line for a time and waits until the tunnel is whole and the page's doubts are settled. */
    private void cut(CutLine.Kind kind, Duration time, Runnable meanwhile) {
        long before = settled();
        line.cut(kind);
        meanwhile.run();
        await().pollDelay(time).atMost(time.plusSeconds(5)).until(() -> true);
        line.mend(kind);
        if (kind != CutLine.Kind.BLACK_HOLE) {
            await().atMost(Duration.ofSeconds(40)).until(() -> settled() > before);
        }
    }

    @Test
    void fiftyCutsWithoutAnEditCostNoReloadAndNoState() {
        Random random = new Random(4);
        for (int i = 0; i < CUTS; i++) {
            CutLine.Kind kind = CutLine.Kind.values()[i % 3];
            // Mostly short, a few up to ten seconds.
            Duration time = Duration.ofMillis(i % 17 == 16 ? 10_000 : 300 + random.nextInt(1_200));
            cut(kind, time, () -> {});
            thePageIsTheSame();
        }
        assertThat(socket().survival().reconnects()).isEqualTo(34);
        assertThat(engine.engine().events(0, 100_000).events()).filteredOn(Event.GapSettled.class::isInstance)
                .extracting(e -> ((Event.GapSettled) e).settlement())
                .containsOnly(Event.Settlement.NOTHING);
        assertThat(browser.sockets()).as("the browser has opened one socket in all that time").hasSize(1);
    }

    @Test
    void anEditDuringTheCutIsHotOnThePageSoonAfterwards() {
        for (int i = 0; i < 6; i++) {
            CutLine.Kind kind = CutLine.Kind.values()[i % 3];
            String from = i == 0 ? "First version" : "Version " + i;
            String to = "Version " + (i + 1);
            line.cut(kind);
            edit(from, to);
            await().pollDelay(Duration.ofMillis(700)).until(() -> true);
            line.mend(kind);
            await().atMost(ON_THE_PAGE)
                    .until(() -> browser.evaluate("document.querySelector('h1').textContent").asString().equals(to));
            thePageIsTheSame();
            await().until(() -> socket().state() == Connection.State.OPEN);
        }
    }

    @Test
    void anEditBeforeTheCutIsNotToldAgain() {
        edit("First version", "Second version");
        browser.await("document.querySelector('h1').textContent == 'Second version'");
        cut(CutLine.Kind.RST, Duration.ofMillis(500), () -> {});
        assertThat(engine.engine().events(0, 100_000).events()).filteredOn(Event.GapSettled.class::isInstance)
                .singleElement()
                .extracting(e -> ((Event.GapSettled) e).settlement())
                .isEqualTo(Event.Settlement.NOTHING);
        thePageIsTheSame();
    }

    @Test
    void anEditOfSomethingThatDoesNotAcceptReloadsThePageOnce() throws IOException {
        long before = loads();
        line.cut(CutLine.Kind.RST);
        vite.edit("index.html", "<title>", "<title>Changed ");
        await().pollDelay(Duration.ofMillis(700)).until(() -> true);
        line.mend(CutLine.Kind.RST);
        await().atMost(Duration.ofSeconds(10)).until(() -> loads() > before);
        browser.await("document.title.startsWith('Changed')");
        await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
        assertThat(loads()).isEqualTo(before + 1);
    }

    @Test
    void aRestartOfTheDevServerReloadsThePageOnce() throws IOException {
        long before = loads();
        vite.restart();
        await().atMost(Duration.ofSeconds(20)).until(() -> loads() > before);
        browser.await("document.querySelector('h1')?.textContent == 'First version'");
        await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
        assertThat(loads()).isEqualTo(before + 1);
        edit("First version", "After the restart");
        browser.await("document.querySelector('h1').textContent == 'After the restart'");
    }

    private long loads() {
        return browser.responses().stream().filter(r -> r.equals("GET 200 " + engine.url("/"))).count();
    }

    private void edit(String from, String to) {
        try {
            vite.edit(APP, from, to);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
