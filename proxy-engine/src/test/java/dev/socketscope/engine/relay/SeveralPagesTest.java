package dev.socketscope.engine.relay;

import static dev.socketscope.engine.relay.WireText.fromUpstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Hold;
import dev.socketscope.engine.api.Reconnect;
import dev.socketscope.engine.api.TunnelPolicy;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pages of one browser: the engine cannot tell their requests apart, and must miss nothing for any of them. */
class SeveralPagesTest {
    private static final TunnelPolicy POLICY = TunnelPolicy.DEFAULT
            .with(new Reconnect(Duration.ofMillis(50), Duration.ofMillis(200), 2, 0, 50));
    private static final String ACCEPTING = "import.meta.hot.accept();\nexport const v = ";
    private static final String UPDATE = "\"path\":\"/src/a.js\"";

    private final ScriptedDevServer server = new ScriptedDevServer();
    private LocalEngine engine = Engines.to(server.port(), POLICY);

    @AfterEach
    void stop() throws IOException {
        engine.close();
        server.close();
    }

    private void get(String path) {
        assertThat(PageClient.get(engine, path)).startsWith("HTTP/1.1 200 ");
    }

    private void write() {
        server.files.put("/", "<script src=/@vite/client></script><script src=/src/main.js></script>");
        server.files.put("/src/main.js", "import '/src/a.js'; import '/src/util.js';");
        server.files.put("/src/a.js", ACCEPTING + 1);
        server.files.put("/src/util.js", "export const u = 1");
    }

    private void load() {
        for (String path : new String[]{"/", "/@vite/client", "/src/main.js", "/src/a.js", "/src/util.js"}) {
            get(path);
        }
    }

    private Raw open() {
        return PageClient.open(engine, "/?token=" + server.token, "Sec-WebSocket-Protocol: vite-hmr");
    }

    private void awaitAway(int pages) {
        await().until(() -> engine.connections()
                .stream()
                .filter(c -> c.state() == Connection.State.UPSTREAM_AWAY)
                .count() == pages);
    }

    @Test
    void bothTabsAreToldOfAnEditInTheSameGap() throws IOException {
        write();
        load();
        try (Raw one = open(); Raw two = open()) {
            Raw first = server.socket();
            Raw second = server.socket();
            server.stop();
            first.reset();
            second.reset();
            awaitAway(2);
            server.files.put("/src/a.js", ACCEPTING + 2);
            server.restart();
            assertThat(WireText.read(one).text()).contains(UPDATE);
            assertThat(WireText.read(two).text()).contains(UPDATE);
        }
    }

    @Test
    void aTabIsToldOfAnEditThatAnotherTabLoadedInItsGap() {
        write();
        load();
        try (Raw one = open()) {
            Raw first = server.socket();
            server.accepting = false;
            first.reset();
            awaitAway(1);
            server.files.put("/src/a.js", ACCEPTING + 2);
            load();
            server.accepting = true;
            assertThat(WireText.read(one).text()).contains(UPDATE);
        }
    }

    @Test
    void aPageThatIsHeldWithoutHavingAskedGetsItsUpdatesToo() {
        engine.close();
        engine = Engines.to(server.port(), POLICY.with(new Hold(true, true, Duration.ofSeconds(60))));
        server.protocol = "";
        Raw page = Raw.connect(Engines.port(engine)).upgrade("/_hmr");
        assertThat(page.head()).startsWith("HTTP/1.1 101 ");
        Raw upstream = server.socket();
        page.reset();
        await().until(() -> Engines.only(engine).state() == Connection.State.CLIENT_AWAY);
        upstream.send(fromUpstream("{\"type\":\"update\",\"path\":\"/a.js\",\"timestamp\":1}"));
        await().until(() -> !engine.hmr().getFirst().queue().isEmpty());
        try (Raw back = Raw.connect(Engines.port(engine)).upgrade("/_hmr")) {
            assertThat(back.head()).startsWith("HTTP/1.1 101 ");
            assertThat(WireText.read(back).text()).contains("/a.js");
        }
    }
}
