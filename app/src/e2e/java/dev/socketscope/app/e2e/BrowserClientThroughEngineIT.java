package dev.socketscope.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.client.CuttingProxy;
import dev.socketscope.engine.client.ResumeServer;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** The engine serves the script, resumes its sessions and answers its polls; the upstream knows nothing of all that. */
@Timeout(120)
class BrowserClientThroughEngineIT {
    private final ResumeServer upstream = ResumeServer.start((session, message) -> session.send("re " + message));
    private final ClientPage page = new ClientPage(upstream);
    private final OneOrigin site = new OneOrigin(page.port(), upstream.getPort());
    private final EngineUnderTest engine = new EngineUnderTest(site.url(""));
    private final Browser browser = new Browser("browser-client-engine");

    @BeforeEach
    void open() {
        browser.open(engine.url("/"));
    }

    @AfterEach
    void stop() {
        browser.close();
        engine.close();
        site.close();
        page.close();
        upstream.close();
    }

    private int port() {
        return URI.create(engine.url("/")).getPort();
    }

    private void connect(String options) {
        browser.evaluate("void follow(Socketscope.connect('/feed?room=7', {" + options + "}))");
    }

    private List<String> log() {
        return browser.evaluate("log").valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void theScriptIsTheEngines() {
        assertThat(browser.responses()).contains("GET 200 " + engine.url("/__socketscope/client.js"));
        connect("");
        browser.await("socket.state === 'open'");
        assertThat(upstream.requests()).containsExactly("/feed?room=7");
    }

    @Test
    void nothingIsLostNothingComesTwiceAndTheOrderStaysOverAHundredCuts() {
        long seed = System.nanoTime();
        try (CuttingProxy proxy = new CuttingProxy(port(), 100, 6_000, seed);
                OneOrigin cut = new OneOrigin(port(), proxy.port())) {
            browser.open(cut.url("/"));
            connect("reconnect: {initialDelay: 1, maxDelay: 10, maxAttempts: 100000}");
            List<String> expected = NumberedMessages.sendOverCuts(browser, proxy, 40);
            assertThat(upstream.sessions()).as("seed %d", seed).hasSize(1);
            assertThat(upstream.sessions().getFirst().received()).as("seed %d", seed).isEqualTo(expected);
            assertThat(log()).as("seed %d", seed).isEqualTo(expected.stream().map(m -> "re " + m).toList());
        }
    }

    @Test
    void aPageThatCanOnlyPollKeepsItsSession() {
        String options = "poll: 2000, reconnect: {initialDelay: 50, maxDelay: 50, maxAttempts: 2}";
        try (OneOrigin way = new OneOrigin(port(), port())) {
            browser.open(way.url("/"));
            connect(options);
            browser.await("socket.state === 'open'");
            browser.evaluate("socket.send('1')");
            browser.await("log.length === 1");

            way.shut(true);
            way.cut();
            browser.await("socket.state === 'polling'");
            browser.evaluate("(socket.send('2'), socket.send(new Uint8Array([1, 2]).buffer))");
            upstream.sessions().getFirst().send("from the server");
            browser.await("log.length === 4");
            way.shut(false);
            browser.await("socket.state === 'open'");
            browser.evaluate("socket.send('3')");
            browser.await("log.length === 5");

            assertThat(upstream.sessions()).hasSize(1);
            assertThat(upstream.sessions().getFirst().received()).containsExactly("1", "2", List.of((byte) 1, (byte) 2),
                    "3");
            assertThat(log()).containsExactlyInAnyOrder("re 1", "re 2", "re [1, 2]", "from the server", "re 3");
        }
    }

    @Test
    void aPageThatNeverHadAWebSocketPolls() {
        try (OneOrigin way = new OneOrigin(port(), port())) {
            way.shut(true);
            browser.open(way.url("/"));
            connect("reconnect: {initialDelay: 50, maxDelay: 50, maxAttempts: 2}");
            browser.await("socket.state === 'polling'");
            browser.evaluate("(socket.send('1'), socket.send('2'))");
            browser.await("log.length === 2");
            browser.evaluate("socket.send('3')");
            browser.await("log.length === 3");
            assertThat(log()).containsExactly("re 1", "re 2", "re 3");
            assertThat(upstream.sessions().getFirst().received()).containsExactly("1", "2", "3");
            browser.evaluate("socket.close(4000, 'enough')");
            browser.await("socket.state === 'closed'");
            await().until(() -> engine.engine().connections().getFirst().close() != null);
        }
    }
}
