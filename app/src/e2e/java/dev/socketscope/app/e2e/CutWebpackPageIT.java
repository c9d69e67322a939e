package dev.socketscope.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Direction;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A page of webpack-dev-server, whose line to the server is cut: its hash tells it what it has missed. */
@Timeout(180)
class CutWebpackPageIT {
    @Test
    void anEditDuringTheCutIsHotOnThePageAfterwards() throws IOException {
        try (DevServer webpack = DevServer.webpack("cut-webpack");
                CutLine line = new CutLine(URI.create(webpack.url()).getPort());
                EngineUnderTest engine = new EngineUnderTest(line.url());
                Browser browser = new Browser("cut-webpack")) {
            browser.open(engine.url("/"));
            Connection socket = engine.awaitConnection(c -> c.path().equals("/ws") && c.live());
            engine.awaitMessage(socket.id(), Direction.TO_CLIENT, "ok");
            browser.click("button");
            browser.evaluate("window.marker = 'same page'");
            for (CutLine.Kind kind : new CutLine.Kind[]{CutLine.Kind.RST, CutLine.Kind.FIN}) {
                line.cut(kind);
                webpack.edit("src/title.js", kind == CutLine.Kind.RST ? "First version" : "Version RST",
                        "Version " + kind);
                await().until(() -> engine.engine()
                        .connections()
                        .stream()
                        .anyMatch(c -> c.state() == Connection.State.UPSTREAM_AWAY));
                line.mend(kind);
                browser.await("document.querySelector('h1').textContent == 'Version " + kind + "'");
                assertThat(browser.evaluate("document.querySelector('button').textContent").asString())
                        .isEqualTo("count 1");
                assertThat(browser.evaluate("window.marker").asString()).isEqualTo("same page");
            }
            assertThat(browser.sockets()).as("the browser noticed nothing").hasSize(1);
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> engine.awaitConnection(Connection::live).survival().hmr().equals("webpack"));
        }
    }
}
