package dev.socketscope.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Client, nginx, engine, server: the usual order behind an edge. */
@Timeout(60)
class NginxInFrontIT {
    @Test
    void socketsAndPagesComeThroughNginxAndTheEngine() throws IOException, InterruptedException {
        try (Peer peer = new Peer("front");
                EngineUnderTest engine = new EngineUnderTest(peer.url());
                Nginx nginx = Nginx.inFrontOf("front", "http://" + engine.address())) {
            Peer.check(nginx.address(), "text");
            Peer.check(nginx.address(), "binary");
            JsonNode closed = Peer.check(nginx.address(), "closeByServer", "4001", "no more");

            assertThat(closed.get("code").asInt()).isEqualTo(4001);
            assertThat(engine.engine().counters().totalConnections()).isEqualTo(3);
            assertThat(engine.awaitConnection(c -> c.path().equals("/echo")).host()).isEqualTo(nginx.address());
            assertThat(Curl.run("http://" + nginx.address() + "/chunks").out()).isEqualTo("onetwothree");
        }
    }
}
