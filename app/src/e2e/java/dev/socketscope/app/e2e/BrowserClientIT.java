package dev.socketscope.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.client.CuttingProxy;
import dev.socketscope.engine.client.ResumeServer;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** The script of {@code /__socketscope/client.js} in Chromium, under a policy that allows no inline script, style or eval. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserClientIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String FAST = "reconnect: {initialDelay: 1, maxDelay: 10, maxAttempts: 100000}";
    private static final String SHORT = "reconnect: {initialDelay: 50, maxDelay: 50, maxAttempts: 3}";
    private Browser browser;
    private ResumeServer server;
    private ClientPage page;
    private OneOrigin origin;

    @BeforeAll
    void startBrowser() {
        browser = new Browser("browser-client");
    }

    @AfterAll
    void stopBrowser() {
        browser.close();
    }

    @BeforeEach
    void start() {
        server = ResumeServer.start((session, message) -> session.send("re " + message));
        page = new ClientPage(server);
        origin = new OneOrigin(page.port(), server.getPort());
        browser.open(origin.url("/"));
    }

    @AfterEach
    void stop() {
        assertThat(browser.evaluate("window.violations ?? ''").asString()).isEmpty();
        browser.open("about:blank");
        origin.close();
        page.close();
        server.close();
    }

    private void connect(String options) {
        browser.evaluate("void follow(Socketscope.connect('/feed?a b=%C3%A9&c', {" + options + "}))");
    }

    private ResumeServer.Session session() {
        return server.sessions().getLast();
    }

    private List<JsonNode> events(String type) {
        return browser.evaluate("events.filter((event) => event.type === '" + type + "')").valueStream().toList();
    }

    private List<String> log() {
        return browser.evaluate("log").valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void messagesGoBothWaysAndTheQueryStaysAsItWas() {
        connect("");
        browser.await("socket.state === 'open'");
        assertThat(browser.evaluate("[socket.send('héllo'), socket.send(new Uint8Array([0, 255]).subarray(1))].join()")
                .asString())
                .isEqualTo("sent,sent");

        await().atMost(SOON).until(() -> session().received().equals(List.of("héllo", List.of((byte) -1))));
        browser.await("log.length === 2");
        assertThat(log().getFirst()).isEqualTo("re héllo");
        assertThat(server.requests()).hasSize(1)
                .first()
                .asString()
                .matches("/feed\\?a%20b=%C3%A9&c&_resume=[0-9a-f]{48}&_received=0");
        assertThat(events("open").getFirst().get("session").asString()).isEqualTo("new");
    }

    @Test
    void itWaitsAsTheGuidesTableSays() {
        String waits = "Array.from({length: 10}, (_, i) => Socketscope.%s({initialDelay: 1000, maxDelay: 30000, multiplier: 2, "
                + "jitter: 0.3}, i + 1))";
        int[] base = {1, 2, 4, 8, 16, 30, 30, 30, 30, 30};
        assertThat(browser.evaluate(waits.formatted("baseDelay")).valueStream().map(n -> n.asInt() / 1_000))
                .containsExactlyElementsOf(IntStream.of(base).boxed().toList());
        List<Integer> jittered = browser.evaluate(waits.formatted("delay")).valueStream().map(JsonNode::asInt).toList();
        for (int i = 0; i < base.length; i++) {
            assertThat(jittered.get(i)).isBetween(base[i] * 1_000, base[i] * 1_300);
        }
    }

    @Test
    void nothingIsLostNothingComesTwiceAndTheOrderStaysOverAHundredCuts() {
        long seed = System.nanoTime();
        try (CuttingProxy proxy = new CuttingProxy(server.getPort(), 100, 8_000, seed);
                OneOrigin cut = new OneOrigin(page.port(), proxy.port())) {
            browser.open(cut.url("/"));
            connect(FAST);
            List<String> expected = NumberedMessages.sendOverCuts(browser, proxy, 200);
            assertThat(server.sessions()).as("seed %d", seed).hasSize(1);
            assertThat(session().received()).as("seed %d", seed).isEqualTo(expected);
            assertThat(log()).as("seed %d", seed).isEqualTo(expected.stream().map(m -> "re " + m).toList());
            browser.open("about:blank");
        }
        browser.open(origin.url("/"));
    }

    @Test
    void aReloadedPageGoesOnWithItsSession() {
        connect("");
        browser.await("socket.state === 'open'");
        browser.evaluate("socket.send('before')");
        browser.await("log.length === 1");

        browser.open("about:blank");
        session().send("while the page was away");
        browser.open(origin.url("/"));
        connect("");

        browser.await("log.length === 1");
        assertThat(log()).containsExactly("while the page was away");
        assertThat(events("open").getFirst().get("session").asString()).isEqualTo("same");
        browser.evaluate("socket.send('after')");
        await().atMost(SOON).until(() -> session().received().equals(List.of("before", "after")));
        assertThat(server.sessions()).hasSize(1);
    }

    @Test
    void aSessionOfThePageEndsWithThePage() {
        connect("resume: 'page'");
        browser.await("socket.state === 'open'");
        browser.open(origin.url("/"));
        connect("resume: 'page'");
        browser.await("socket.state === 'open'");
        assertThat(server.sessions()).hasSize(2);
    }

    @Test
    void aLostSessionIsToldAndSyncAsksForTheRest() {
        connect("sync: true, " + FAST);
        browser.await("socket.state === 'open'");
        session().send("{\"type\":\"update\",\"updates\":[{\"timestamp\":1700},{\"timestamp\":1699}]}");
        browser.await("log.length === 1");

        server.forget();
        server.cutAll();

        await().atMost(SOON)
                .until(() -> server.sessions().size() == 1
                        && session().received().equals(List.of("{\"type\":\"sync\",\"since\":1700}")));
        browser.await("events.some((event) => event.session === 'lost')");
    }

    @Test
    void itGivesUpAfterTheLastAttemptWhenItMayNotPoll() {
        origin.shut(true);
        connect("poll: 0, " + SHORT);
        browser.await("socket.state === 'closed'");

        assertThat(events("attempt")).extracting(e -> e.get("number").asInt()).containsExactly(1, 2, 3);
        assertThat(events("close")).hasSize(4).allMatch(e -> e.get("code").asInt() == 1006);
        assertThat(events("close").getLast().get("retryIn").isNull()).isTrue();
        assertThat(events("gaveup").getFirst().get("attempts").asInt()).isEqualTo(3);
        assertThat(browser.evaluate("socket.send('late')").asString()).isEqualTo("refused");
    }

    @Test
    void withoutAWebSocketItPollsAndComesBackWhenThereIsOne() {
        connect("poll: 1500, " + SHORT);
        browser.await("socket.state === 'open'");
        browser.evaluate("socket.send('1')");
        browser.await("log.length === 1");

        origin.shut(true);
        server.cutAll();
        browser.evaluate("socket.send('2')");
        browser.await("socket.state === 'polling'");
        browser.evaluate("(socket.send('3'), socket.send(new Uint8Array([1, 2]).buffer))");
        session().send("from the server");
        browser.await("log.length === 5");
        origin.shut(false);
        browser.await("socket.state === 'open'");
        browser.evaluate("socket.send('4')");
        browser.await("log.length === 6");

        assertThat(session().received()).containsExactly("1", "2", "3", List.of((byte) 1, (byte) 2), "4");
        assertThat(log()).containsExactlyInAnyOrder("re 1", "re 2", "re 3", "re [1, 2]", "from the server", "re 4");
        assertThat(server.sessions()).hasSize(1);
        assertThat(events("close")).as("the first socket's, and of three attempts").hasSize(4);
    }

    @Test
    void withoutEverHavingHadAWebSocketItPollsALotAndClosesWithACode() {
        origin.shut(true);
        connect(SHORT);
        browser.await("socket.state === 'polling'");
        assertThat(events("open").getFirst().get("session").asString()).isEqualTo("new");
        browser.evaluate("void Array.from({length: 40}, (_, i) => socket.send(i + 'x'.repeat(50000)))");
        browser.await("log.length === 40");
        assertThat(session().received()).extracting(message -> ((String) message).replace("x", ""))
                .containsExactlyElementsOf(IntStream.range(0, 40).mapToObj(Integer::toString).toList());
        assertThat(log()).extracting(message -> message.replace("x", ""))
                .containsExactlyElementsOf(IntStream.range(0, 40).mapToObj(i -> "re " + i).toList());

        browser.evaluate("socket.close(4000, 'enough')");
        browser.await("socket.state === 'closed'");
        assertThat(page.closes()).containsExactly("{\"code\":4000,\"reason\":\"enough\"}");
        assertThat(events("close").getLast().get("code").asInt()).isEqualTo(4000);
        assertThat(events("gaveup")).isEmpty();
    }

    @Test
    void theQueueIsBoundedAndSaysNo() {
        origin.shut(true);
        connect("queue: {maxMessages: 2, maxBytes: 10}");
        assertThat(
                browser.evaluate("['12345678', '123', '12', '1'].map((text) => socket.send(text)).join()").asString())
                .isEqualTo("queued,refused,queued,refused");
        assertThat(browser.evaluate("socket.bufferedAmount").asInt()).isEqualTo(10);
    }

    @Test
    void closingIsForGoodAndTheCodesDecide() {
        connect(FAST);
        browser.await("socket.state === 'open'");
        server.closeAll(1012, "restart");
        browser.await("events.filter((event) => event.type === 'open').length === 2");
        browser.evaluate("socket.close(4001, 'enough')");
        browser.await("socket.state === 'closed'");
        JsonNode close = events("close").getLast();
        assertThat(close.get("code").asInt()).isEqualTo(4001);
        assertThat(close.get("retryIn").isNull()).isTrue();

        connect(FAST);
        browser.await("socket.state === 'open'");
        server.closeAll(1008, "policy");
        browser.await("socket.state === 'closed'");
        assertThat(events("close").getLast().get("code").asInt()).isEqualTo(1008);
    }

    @Test
    void aBuildErrorIsShownAsTextAndGoesAwayByKeyClickAndRepair() {
        browser.evaluate("void (window.hmr = Socketscope.hmr(), follow(hmr.socket))");
        browser.await("socket.state === 'open'");
        String overlay = "document.querySelector('socketscope-error-overlay')";
        String error = "{\"type\":\"error\",\"err\":{\"message\":\"<img src=x onerror=alert(1)>\",\"stack\":\"at App.jsx\","
                + "\"loc\":{\"file\":\"/src/App.jsx\",\"line\":12,\"column\":3}}}";
        session().send(error);
        browser.await(overlay + " !== null");
        assertThat(browser.evaluate(overlay + ".shadowRoot.textContent").asString())
                .contains("/src/App.jsx:12:3", "<img src=x onerror=alert(1)>", "at App.jsx");
        assertThat(browser.evaluate(overlay + ".shadowRoot.querySelector('img') === null").asBoolean()).isTrue();
        assertThat(browser.evaluate("getComputedStyle(" + overlay + ").position").asString()).isEqualTo("fixed");

        browser.evaluate("void dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape'}))");
        browser.await(overlay + " === null");
        session().send(error);
        browser.await(overlay + " !== null");
        browser.evaluate("void " + overlay + ".shadowRoot.querySelector('button').click()");
        browser.await(overlay + " === null");
        session().send(error);
        browser.await(overlay + " !== null");
        browser.evaluate("void " + overlay + ".shadowRoot.querySelector('pre').click()");
        assertThat(browser.evaluate(overlay + " !== null").asBoolean()).isTrue();
        session().send("{\"type\":\"update\",\"path\":\"/src/App.jsx\",\"timestamp\":1}");
        browser.await(overlay + " === null");
    }

    @Test
    void aFullReloadLoadsThePageAgainUnlessCancelled() {
        browser.evaluate(
                """
                        void (window.hmr = Socketscope.hmr({url: '/custom'}), follow(hmr.socket),
                          hmr.addEventListener('full-reload', (event) => event.detail.path === 'not-here' && event.preventDefault()),
                          hmr.addEventListener('custom', (event) => { window.custom = event.detail.event; }))""");
        browser.await("socket.state === 'open'");
        session().send("{\"type\":\"full-reload\",\"path\":\"not-here\"}");
        session().send("{\"type\":\"custom\",\"event\":\"mine\"}");
        browser.await("window.custom === 'mine'");

        session().send("{\"type\":\"full-reload\",\"path\":\"*\"}");
        browser.await("window.custom === undefined && typeof follow === 'function'");
        assertThat(server.requests().getFirst()).startsWith("/custom?_resume=");
    }

    @Test
    void itCanBeImportedAsAModule() {
        browser.open(origin.url("/module"));
        browser.await("window.imported === 'function'");
    }
}
