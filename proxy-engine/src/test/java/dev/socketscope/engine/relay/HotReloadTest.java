package dev.socketscope.engine.relay;

import static dev.socketscope.engine.relay.WireText.fromClient;
import static dev.socketscope.engine.relay.WireText.fromUpstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.Event.Settlement;
import dev.socketscope.engine.api.HmrStatus;
import dev.socketscope.engine.api.Reconnect;
import dev.socketscope.engine.api.TunnelPolicy;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pages of hot-reload servers over the loss of their upstream, and over their own. */
class HotReloadTest {
    private static final TunnelPolicy POLICY = TunnelPolicy.DEFAULT
            .with(new Reconnect(Duration.ofMillis(50), Duration.ofMillis(200), 2, 0, 50));
    private static final String ACCEPTING = "import.meta.hot.accept();\nexport const v = ";

    private final ScriptedDevServer server = new ScriptedDevServer();
    private final LocalEngine engine = Engines.to(server.port(), POLICY);

    @AfterEach
    void stop() throws IOException {
        server.close();
        engine.close();
    }

    private String get(String path) {
        return PageClient.get(engine, path);
    }

    /** A page with three modules that has opened its socket. */
    private Raw vitePage() {
        server.files.put("/", "<script src=/@vite/client></script><script src=/src/main.js></script>");
        server.files.put("/src/main.js", "import '/src/a.js'; import '/src/util.js';");
        server.files.put("/src/a.js", ACCEPTING + 1);
        server.files.put("/src/util.js", "export const u = 1");
        for (String path : new String[]{"/", "/@vite/client", "/src/main.js", "/src/a.js", "/src/util.js"}) {
            get(path);
        }
        return page("/?token=" + server.token, "Sec-WebSocket-Protocol: vite-hmr");
    }

    private Raw page(String path, String... headers) {
        return PageClient.open(engine, path, headers);
    }

    private Event.GapSettled settled() {
        await().until(() -> !Engines.events(engine, Event.GapSettled.class).isEmpty());
        return Engines.events(engine, Event.GapSettled.class).getFirst();
    }

    private HmrStatus status() {
        await().until(() -> !engine.hmr().isEmpty());
        return engine.hmr().getFirst();
    }

    private static final String CONNECTED = "{\"type\":\"connected\"}";

    /** Opens a page, cuts its upstream, lets something happen, and answers with the page after the upstream's return. */
    private Raw cut(Runnable meanwhile) {
        Raw page = vitePage();
        Raw first = server.socket().send(fromUpstream(CONNECTED));
        assertThat(WireText.read(page).text()).isEqualTo(CONNECTED);
        meanwhile.run();
        first.reset();
        server.socket().send(fromUpstream(CONNECTED)).send(fromUpstream("{\"type\":\"custom\",\"event\":\"mark\"}"));
        return page;
    }

    @Test
    void aBlipWithoutAnEditTellsThePageNothing() {
        try (Raw page = cut(() -> {})) {
            assertThat(WireText.read(page).text()).as("the greeting is not repeated").contains("mark");
            assertThat(settled().settlement()).isEqualTo(Settlement.NOTHING);
            assertThat(Engines.only(engine).survival().hmr()).isEqualTo("vite");
        }
    }

    @Test
    void importsThatWereStampedByAnEarlierUpdateAreNoEdit() {
        try (Raw page = cut(
                () -> server.files.put("/src/main.js", "import '/src/a.js?t=1795424429644'; import '/src/util.js';"))) {
            assertThat(WireText.read(page).text()).contains("mark");
            assertThat(settled().settlement()).isEqualTo(Settlement.NOTHING);
        }
    }

    @Test
    void anEditInTheGapBecomesAnUpdateForExactlyThatModule() {
        try (Raw page = cut(() -> server.files.put("/src/a.js", ACCEPTING + 2))) {
            assertThat(WireText.read(page).text()).contains("mark");
            assertThat(WireText.read(page).text()).matches(
                    "\\{\"type\":\"update\",\"updates\":\\[\\{\"type\":\"js-update\",\"timestamp\":\\d+,\"path\":\"/src/a.js\","
                            + "\"acceptedPath\":\"/src/a.js\",\"explicitImportRequired\":false,"
                            + "\"isWithinCircularImport\":false}]}");
            assertThat(settled()).extracting(Event.GapSettled::settlement, Event.GapSettled::detail)
                    .containsExactly(Settlement.UPDATES, "/src/a.js");
        }
    }

    @Test
    void aChangedModuleThatDoesNotAcceptReloadsThePageOnce() {
        try (Raw page = cut(() -> server.files.put("/src/util.js", "export const u = 2"))) {
            assertThat(WireText.read(page).text()).contains("mark");
            assertThat(WireText.read(page).text()).isEqualTo("{\"type\":\"full-reload\",\"path\":\"*\"}");
            assertThat(settled().detail()).contains("/src/util.js");
        }
    }

    @Test
    void aRestartedServerReloadsThePageOnce() throws IOException {
        Raw page = vitePage();
        Raw first = server.socket();
        server.stop();
        server.token = "token-two";
        first.reset();
        await().until(() -> !Engines.events(engine, Event.ReconnectFailed.class).isEmpty());
        server.restart();
        assertThat(WireText.read(page).text()).isEqualTo("{\"type\":\"full-reload\",\"path\":\"*\"}");
        assertThat(settled()).extracting(Event.GapSettled::settlement, Event.GapSettled::detail)
                .containsExactly(Settlement.RELOAD, "the dev server was restarted");
        page.send(EngineFrame.close(dev.socketscope.engine.api.Leg.UPSTREAM, 1001, "").bytes());
        assertThat(WireText.read(page).close()).startsWith("1001");
        page.close();
        await().until(() -> engine.counters().activeConnections() == 0);
        assertThat(Engines.events(engine, Event.GapSettled.class)).hasSize(1);
    }

    @Test
    void pingsOfThePageAreNotKeptForTheServer() throws IOException {
        Raw page = vitePage();
        Raw first = server.socket();
        server.stop();
        first.reset();
        await().until(() -> Engines.only(engine).survival().away() != null);
        page.send(fromClient("{\"type\":\"ping\"}")).send(fromClient("{\"type\":\"custom\",\"event\":\"x\"}"));
        await().until(() -> Engines.only(engine).survival().bufferedToUpstream() == 1);
        server.restart();
        assertThat(WireText.read(server.socket()).text()).contains("custom");
        page.close();
    }

    @Test
    void theTimeFromAnUpdateToItsModuleIsMeasured() {
        try (Raw page = vitePage()) {
            server.socket()
                    .send(fromUpstream(
                            "{\"type\":\"update\",\"updates\":[{\"type\":\"js-update\",\"timestamp\":1795424429644,"
                                    + "\"path\":\"/src/a.js\",\"acceptedPath\":\"/src/a.js\"}]}"));
            WireText.read(page);
            assertThat(status().history()).singleElement()
                    .extracting(HmrStatus.Change::outcome)
                    .isEqualTo(HmrStatus.Outcome.PENDING);
            get("/src/a.js?t=1795424429644");
            await().until(() -> status().history().getFirst().outcome() == HmrStatus.Outcome.APPLIED);
            assertThat(status().history().getFirst().applied()).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void aBuildErrorStandsUntilTheNextGoodBuild() {
        try (Raw page = vitePage()) {
            Raw upstream = server.socket();
            upstream.send(
                    fromUpstream("{\"type\":\"error\",\"err\":{\"message\":\"Unexpected token\",\"stack\":\"at x\","
                            + "\"id\":\"/src/a.js\",\"loc\":{\"file\":\"/src/a.js\",\"line\":3,\"column\":15}}}"));
            WireText.read(page);
            assertThat(status().error()).isNotNull()
                    .extracting(HmrStatus.BuildError::file, HmrStatus.BuildError::line)
                    .containsExactly("/src/a.js", 3);
            upstream.send(fromUpstream("{\"type\":\"update\",\"updates\":[]}"));
            WireText.read(page);
            await().until(() -> status().error() == null);
        }
    }

    @Test
    void aBuildErrorThatWasMendedInTheGapGoesFromThePage() {
        try (Raw page = vitePage()) {
            Raw first = server.socket()
                    .send(fromUpstream("{\"type\":\"error\",\"err\":{\"message\":\"Unexpected token\"}}"));
            WireText.read(page);
            first.reset();
            server.socket();
            assertThat(WireText.read(page).text()).isEqualTo("{\"type\":\"update\",\"updates\":[]}");
            await().until(() -> status().error() == null);
        }
    }

    @Test
    void webpackIsRecognisedByItsGreetingAndSettlesItself() {
        server.protocol = "";
        try (Raw page = page("/ws")) {
            Raw first = server.socket()
                    .send(fromUpstream("{\"type\":\"hot\"}"))
                    .send(fromUpstream("{\"type\":\"ok\"}"));
            WireText.read(page);
            WireText.read(page);
            assertThat(status().dialect()).isEqualTo("webpack");
            first.reset();
            server.socket().send(fromUpstream("{\"type\":\"hash\",\"data\":\"abc\"}"));
            assertThat(WireText.read(page).text()).contains("abc");
            assertThat(settled().settlement()).isEqualTo(Settlement.NOTHING);
        }
    }

    @Test
    void aSocketThatIsNoneOfOursIsLeftAlone() {
        server.protocol = "";
        try (Raw page = page("/ws")) {
            server.socket().send(fromUpstream("{\"type\":\"error\",\"data\":\"sensor\"}"));
            WireText.read(page);
            assertThat(engine.hmr()).isEmpty();
        }
    }

    @Test
    void turbopackGreetsThePageAgainSoThatItSubscribesAnew() {
        server.protocol = "";
        String greeting = "{\"type\":\"turbopack-connected\",\"data\":{\"sessionId\":3358785639030783,\"hmrVersion\":\"2\"}}";
        String subscribe = "{\"type\":\"turbopack-subscribe\",\"path\":\"static/chunks/_219uq1sj0q91c._.js\","
                + "\"headers\":null,\"hmrVersion\":\"2\"}";
        try (Raw page = page("/_next/hmr?id=x")) {
            Raw first = server.socket().send(fromUpstream(greeting));
            WireText.read(page);
            first.reset();
            Raw second = server.socket().send(fromUpstream(greeting));
            assertThat(WireText.read(page).text()).isEqualTo(greeting);
            page.send(fromClient(subscribe));
            assertThat(WireText.read(second).text()).isEqualTo(subscribe);
            assertThat(settled().settlement()).isEqualTo(Settlement.NOTHING);
        }
    }

    @Test
    void aNextPageIsNotToldAgainOfTheBuildThatItHas() {
        server.protocol = "";
        String hash = "\"hash\":\"8b4996dcc49555dd\",\"errors\":[],\"warnings\":[]}";
        try (Raw page = page("/_next/hmr?id=x")) {
            Raw first = server.socket()
                    .send(fromUpstream(
                            "{\"type\":\"sync\",\"hash\":\"dd3873e3dde6651c\",\"errors\":[],\"warnings\":[]}"))
                    .send(fromUpstream("{\"type\":\"built\"," + hash));
            WireText.read(page);
            WireText.read(page);
            first.reset();
            server.socket()
                    .send(fromUpstream("{\"type\":\"sync\"," + hash))
                    .send(fromUpstream("{\"type\":\"isrManifest\",\"data\":{}}"));
            assertThat(WireText.read(page).text()).as("it would load itself anew").contains("isrManifest");
        }
    }

    @Test
    void anEdgeThatListensWhileItsServerIsAwayUsesUpNoAttempts() throws IOException {
        try (LocalEngine patient = Engines.to(server.port(), TunnelPolicy.DEFAULT
                .with(new Reconnect(Duration.ofMinutes(5), Duration.ofMinutes(5), 1, 0, 1)))) {
            server.protocol = "";
            try (Raw page = Raw.connect(Engines.port(patient)).upgrade("/_next/hmr?id=x")) {
                assertThat(page.head()).startsWith("HTTP/1.1 101 ");
                Raw first = server.socket();
                server.accepting = false;
                first.reset();
                await().until(() -> server.refused.get() >= 2);
                server.accepting = true;
                server.socket().send(fromUpstream("{\"type\":\"isrManifest\",\"data\":{}}"));
                assertThat(WireText.read(page).text()).as("long before the planned attempt").contains("isrManifest");
                assertThat(Engines.events(patient, Event.ReconnectFailed.class)).isEmpty();
            }
        }
    }

    /** A page at the root that has heard nothing when its upstream is lost. */
    private Raw cutBeforeAWord() {
        server.protocol = "";
        Raw page = page("/", "Origin: http://localhost");
        server.socket().reset();
        return page;
    }

    @Test
    void aPageOfAnotherServerThatHasHeardNothingYetIsLeftAlone() {
        try (Raw page = cutBeforeAWord()) {
            Raw upstream = server.socket();
            await().until(() -> server.requests.contains("/__parcel_healthcheck"));
            upstream.send(fromUpstream("{\"type\":\"mark\"}"));
            assertThat(WireText.read(page).text()).contains("mark");
            assertThat(engine.hmr()).isEmpty();
        }
    }

    @Test
    void aPlainHotReloadSocketAsksForWhatItMissed() {
        server.protocol = "";
        try (Raw page = page("/_hmr")) {
            server.socket().reset();
            assertThat(WireText.read(server.socket()).text()).matches("\\{\"type\":\"sync\",\"since\":\\d+}");
            assertThat(page).isNotNull();
        }
    }

    @Test
    void updatesForAPageThatIsAwayAreMerged() {
        server.protocol = "";
        String wish = "Socketscope-Resume: page-token-1";
        Raw page = page("/_hmr", wish);
        Raw upstream = server.socket();
        page.reset();
        await().until(() -> Engines.only(engine).state() == dev.socketscope.engine.api.Connection.State.CLIENT_AWAY);
        for (int i = 1; i <= 3; i++) {
            upstream.send(fromUpstream("{\"type\":\"update\",\"path\":\"/a.js\",\"timestamp\":" + i + "}"));
        }
        upstream.send(fromUpstream("{\"type\":\"update\",\"path\":\"/b.js\",\"timestamp\":9}"));
        await().until(() -> status().queue().size() == 2);
        assertThat(status().queue().getFirst().merged()).isEqualTo(3);
        try (Raw back = page("/_hmr", wish)) {
            assertThat(WireText.read(back).text()).contains("/a.js").contains("\"timestamp\":3");
            assertThat(WireText.read(back).text()).contains("/b.js");
            assertThat(status().queue()).isEmpty();
        }
    }

    @Test
    void updatesThatWaitCanBeDropped() throws Exception {
        server.protocol = "";
        Raw page = page("/_hmr", "Socketscope-Resume: page-token-2");
        Raw upstream = server.socket();
        page.reset();
        await().until(() -> Engines.only(engine).state() == dev.socketscope.engine.api.Connection.State.CLIENT_AWAY);
        upstream.send(fromUpstream("{\"type\":\"full-reload\"}"));
        await().until(() -> status().fullReloadNeeded());
        engine.submit(new Command.DropHmr(Engines.only(engine).id())).toCompletableFuture().get();
        assertThat(status().fullReloadNeeded()).isFalse();
    }
}
