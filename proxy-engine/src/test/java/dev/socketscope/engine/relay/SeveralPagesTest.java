package dev.socketscope.engine.relay;

import static dev.socketscope.engine.relay.WireText.fromUpstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Hold;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pages of one browser: the engine cannot tell their requests apart, and must miss nothing for any of them. */
class SeveralPagesTest {
    private static final String UPDATE = "\"path\":\"/src/a.js\"";

    private final ScriptedDevServer server = new ScriptedDevServer();
    private LocalEngine engine = Engines.to(server.port(), DevBench.POLICY);

    @AfterEach
    void stop() throws IOException {
        engine.close();
        server.close();
    }

    private Raw open() {
        return VitePage.open(engine, server);
    }

    private void awaitAway(int pages) {
        await().until(() -> engine.connections()
                .stream()
                .filter(c -> c.state() == Connection.State.UPSTREAM_AWAY)
                .count() == pages);
    }

    @Test
    void bothTabsAreToldOfAnEditInTheSameGap() throws IOException {
        VitePage.write(server);
        VitePage.load(engine);
        try (Raw one = open(); Raw two = open()) {
            Raw first = server.socket();
            Raw second = server.socket();
            server.stop();
            first.reset();
            second.reset();
            awaitAway(2);
            server.files.put("/src/a.js", VitePage.ACCEPTING + 2);
            server.restart();
            assertThat(WireText.read(one).text()).contains(UPDATE);
            assertThat(WireText.read(two).text()).contains(UPDATE);
        }
    }

    @Test
    void aTabIsToldOfAnEditThatAnotherTabLoadedInItsGap() {
        VitePage.write(server);
        VitePage.load(engine);
        try (Raw one = open()) {
            Raw first = server.socket();
            server.accepting = false;
            first.reset();
            awaitAway(1);
            server.files.put("/src/a.js", VitePage.ACCEPTING + 2);
            VitePage.load(engine);
            server.accepting = true;
            assertThat(WireText.read(one).text()).contains(UPDATE);
        }
    }

    @Test
    void aPageThatIsHeldWithoutHavingAskedGetsItsUpdatesToo() {
        engine.close();
        engine = Engines.to(server.port(), DevBench.POLICY.with(new Hold(true, true, Duration.ofSeconds(60))));
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
