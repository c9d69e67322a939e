package dev.socketscope.engine.relay;

import static dev.socketscope.engine.relay.WireText.fromClient;
import static dev.socketscope.engine.relay.WireText.fromUpstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Event.Settlement;
import dev.socketscope.engine.api.HmrStatus;
import dev.socketscope.engine.api.Leg;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pages of Vite over the loss of their upstream. */
class VitePageTest {
    private static final String CONNECTED = "{\"type\":\"connected\"}";

    private final DevBench bench = new DevBench();

    @AfterEach
    void stop() throws IOException {
        bench.close();
    }

    /** A page that has loaded everything and opened its socket. */
    private Raw vitePage() {
        VitePage.write(bench.server);
        VitePage.load(bench.engine);
        return VitePage.open(bench.engine, bench.server);
    }

    /** Opens a page, cuts its upstream, lets something happen, and answers with the page after the upstream's return. */
    private Raw cut(Runnable meanwhile) {
        Raw page = vitePage();
        Raw first = bench.server.socket().send(fromUpstream(CONNECTED));
        assertThat(WireText.read(page).text()).isEqualTo(CONNECTED);
        meanwhile.run();
        first.reset();
        bench.server.socket()
                .send(fromUpstream(CONNECTED))
                .send(fromUpstream("{\"type\":\"custom\",\"event\":\"mark\"}"));
        return page;
    }

    @Test
    void aBlipWithoutAnEditTellsThePageNothing() {
        try (Raw page = cut(() -> {})) {
            assertThat(WireText.read(page).text()).as("the greeting is not repeated").contains("mark");
            assertThat(bench.settled().settlement()).isEqualTo(Settlement.NOTHING);
            assertThat(Engines.only(bench.engine).survival().hmr()).isEqualTo("vite");
        }
    }

    @Test
    void importsThatWereStampedByAnEarlierUpdateAreNoEdit() {
        try (Raw page = cut(
                () -> bench.server.files.put("/src/main.js",
                        "import '/src/a.js?t=1795424429644'; import '/src/util.js';"))) {
            assertThat(WireText.read(page).text()).contains("mark");
            assertThat(bench.settled().settlement()).isEqualTo(Settlement.NOTHING);
        }
    }

    @Test
    void anEditInTheGapBecomesAnUpdateForExactlyThatModule() {
        try (Raw page = cut(() -> bench.server.files.put("/src/a.js", VitePage.ACCEPTING + 2))) {
            assertThat(WireText.read(page).text()).contains("mark");
            assertThat(WireText.read(page).text()).matches(
                    "\\{\"type\":\"update\",\"updates\":\\[\\{\"type\":\"js-update\",\"timestamp\":\\d+,\"path\":\"/src/a.js\","
                            + "\"acceptedPath\":\"/src/a.js\",\"explicitImportRequired\":false,"
                            + "\"isWithinCircularImport\":false}]}");
            assertThat(bench.settled()).extracting(Event.GapSettled::settlement, Event.GapSettled::detail)
                    .containsExactly(Settlement.UPDATES, "/src/a.js");
        }
    }

    @Test
    void aChangedModuleThatDoesNotAcceptReloadsThePageOnce() {
        try (Raw page = cut(() -> bench.server.files.put("/src/util.js", "export const u = 2"))) {
            assertThat(WireText.read(page).text()).contains("mark");
            assertThat(WireText.read(page).text()).isEqualTo("{\"type\":\"full-reload\",\"path\":\"*\"}");
            assertThat(bench.settled().detail()).contains("/src/util.js");
        }
    }

    @Test
    void aRestartedServerReloadsThePageOnce() throws IOException {
        Raw page = vitePage();
        Raw first = bench.server.socket();
        bench.server.stop();
        bench.server.token = "token-two";
        first.reset();
        await().until(() -> !Engines.events(bench.engine, Event.ReconnectFailed.class).isEmpty());
        bench.server.restart();
        assertThat(WireText.read(page).text()).isEqualTo("{\"type\":\"full-reload\",\"path\":\"*\"}");
        assertThat(bench.settled()).extracting(Event.GapSettled::settlement, Event.GapSettled::detail)
                .containsExactly(Settlement.RELOAD, "the dev server was restarted");
        page.send(EngineFrame.close(Leg.UPSTREAM, 1001, "").bytes());
        assertThat(WireText.read(page).close()).startsWith("1001");
        page.close();
        await().until(() -> bench.engine.counters().activeConnections() == 0);
        assertThat(Engines.events(bench.engine, Event.GapSettled.class)).hasSize(1);
    }

    @Test
    void pingsOfThePageAreNotKeptForTheServer() throws IOException {
        Raw page = vitePage();
        Raw first = bench.server.socket();
        bench.server.stop();
        first.reset();
        await().until(() -> Engines.only(bench.engine).survival().away() != null);
        page.send(fromClient("{\"type\":\"ping\"}")).send(fromClient("{\"type\":\"custom\",\"event\":\"x\"}"));
        await().until(() -> Engines.only(bench.engine).survival().bufferedToUpstream() == 1);
        bench.server.restart();
        assertThat(WireText.read(bench.server.socket()).text()).contains("custom");
        page.close();
    }

    @Test
    void theTimeFromAnUpdateToItsModuleIsMeasured() {
        try (Raw page = vitePage()) {
            bench.server.socket()
                    .send(fromUpstream(
                            "{\"type\":\"update\",\"updates\":[{\"type\":\"js-update\",\"timestamp\":1795424429644,"
                                    + "\"path\":\"/src/a.js\",\"acceptedPath\":\"/src/a.js\"}]}"));
            WireText.read(page);
            assertThat(bench.status().history()).singleElement()
                    .extracting(HmrStatus.Change::outcome)
                    .isEqualTo(HmrStatus.Outcome.PENDING);
            bench.get("/src/a.js?t=1795424429644");
            await().until(() -> bench.status().history().getFirst().outcome() == HmrStatus.Outcome.APPLIED);
            assertThat(bench.status().history().getFirst().applied()).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void aBuildErrorStandsUntilTheNextGoodBuild() {
        try (Raw page = vitePage()) {
            Raw upstream = bench.server.socket();
            upstream.send(
                    fromUpstream("{\"type\":\"error\",\"err\":{\"message\":\"Unexpected token\",\"stack\":\"at x\","
                            + "\"id\":\"/src/a.js\",\"loc\":{\"file\":\"/src/a.js\",\"line\":3,\"column\":15}}}"));
            WireText.read(page);
            assertThat(bench.status().error()).isNotNull()
                    .extracting(HmrStatus.BuildError::file, HmrStatus.BuildError::line)
                    .containsExactly("/src/a.js", 3);
            upstream.send(fromUpstream("{\"type\":\"update\",\"updates\":[]}"));
            WireText.read(page);
            await().until(() -> bench.status().error() == null);
        }
    }

    @Test
    void aBuildErrorThatWasMendedInTheGapGoesFromThePage() {
        try (Raw page = vitePage()) {
            Raw first = bench.server.socket()
                    .send(fromUpstream("{\"type\":\"error\",\"err\":{\"message\":\"Unexpected token\"}}"));
            WireText.read(page);
            first.reset();
            bench.server.socket();
            assertThat(WireText.read(page).text()).isEqualTo("{\"type\":\"update\",\"updates\":[]}");
            await().until(() -> bench.status().error() == null);
        }
    }
}
