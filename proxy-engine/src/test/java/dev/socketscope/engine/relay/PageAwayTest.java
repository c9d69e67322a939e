package dev.socketscope.engine.relay;

import static dev.socketscope.engine.relay.WireText.fromUpstream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Connection;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Updates for a page that is away. */
class PageAwayTest {
    private final DevBench bench = new DevBench();

    @BeforeEach
    void agreeOnNoSubprotocol() {
        bench.server.protocol = "";
    }

    @AfterEach
    void stop() throws IOException {
        bench.close();
    }

    @Test
    void updatesForAPageThatIsAwayAreMerged() {
        String wish = "Socketscope-Resume: page-token-1";
        Raw page = bench.page("/_hmr", wish);
        Raw upstream = bench.server.socket();
        page.reset();
        await().until(() -> Engines.only(bench.engine).state() == Connection.State.CLIENT_AWAY);
        for (int i = 1; i <= 3; i++) {
            upstream.send(fromUpstream("{\"type\":\"update\",\"path\":\"/a.js\",\"timestamp\":" + i + "}"));
        }
        upstream.send(fromUpstream("{\"type\":\"update\",\"path\":\"/b.js\",\"timestamp\":9}"));
        await().until(() -> bench.status().queue().size() == 2);
        assertThat(bench.status().queue().getFirst().merged()).isEqualTo(3);
        try (Raw back = bench.page("/_hmr", wish)) {
            assertThat(WireText.read(back).text()).contains("/a.js").contains("\"timestamp\":3");
            assertThat(WireText.read(back).text()).contains("/b.js");
            assertThat(bench.status().queue()).isEmpty();
        }
    }

    @Test
    void updatesThatWaitCanBeDropped() throws Exception {
        Raw page = bench.page("/_hmr", "Socketscope-Resume: page-token-2");
        Raw upstream = bench.server.socket();
        page.reset();
        await().until(() -> Engines.only(bench.engine).state() == Connection.State.CLIENT_AWAY);
        upstream.send(fromUpstream("{\"type\":\"full-reload\"}"));
        await().until(() -> bench.status().fullReloadNeeded());
        bench.engine.submit(new Command.DropHmr(Engines.only(bench.engine).id())).toCompletableFuture().get();
        assertThat(bench.status().fullReloadNeeded()).isFalse();
    }
}
