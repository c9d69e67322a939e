package dev.socketscope.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Opcode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A page of webpack-dev-server is opened in Chromium through the engine, and a module is edited. */
@Timeout(120)
class WebpackThroughEngineIT {
    @Test
    void anEditedModuleIsReplacedWithoutReload() throws IOException {
        try (DevServer webpack = DevServer.webpack("webpack");
                EngineUnderTest engine = new EngineUnderTest(webpack.url());
                Browser browser = new Browser("webpack")) {
            browser.open(engine.url("/"));
            Connection socket = engine.awaitConnection(c -> c.path().equals("/ws") && c.live());
            engine.awaitMessage(socket.id(), Direction.TO_CLIENT, "ok");
            browser.click("button");
            browser.evaluate("window.marker = 'same page'");

            webpack.edit("src/title.js", "First version", "Second version");

            browser.await("document.querySelector('h1').textContent == 'Second version'");
            assertThat(browser.evaluate("document.querySelector('button').textContent").asString())
                    .isEqualTo("count 1");
            assertThat(browser.evaluate("window.marker").asString()).isEqualTo("same page");
            assertThat(browser.sockets()).containsExactly("ws://" + engine.address() + "/ws");
            assertThat(engine.messages(socket.id(), Direction.TO_CLIENT)).extracting(m -> m.get("type").asString())
                    .contains("hot", "hash", "invalid");
            await("its heartbeat goes through: pings one way, pongs the other")
                    .untilAsserted(() -> assertThat(engine.frames(socket.id()))
                            .anyMatch(f -> f.opcode() == Opcode.PING && f.direction() == Direction.TO_CLIENT)
                            .anyMatch(f -> f.opcode() == Opcode.PONG && f.direction() == Direction.TO_UPSTREAM));
        }
    }
}
