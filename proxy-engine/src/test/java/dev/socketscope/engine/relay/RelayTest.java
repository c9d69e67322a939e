package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Connection;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Messages between two peers that we did not write, through the engine. */
class RelayTest {
    private final PeerServer server = PeerServer.running();
    private final LocalEngine engine = Engines.to(server.getPort());

    @AfterEach
    void stop() {
        engine.close();
        server.close();
    }

    @Test
    void textAndBinaryGoBothWays() {
        try (PeerClient client = PeerClient.connected(Engines.ws(engine, "/echo?x=1"))) {
            client.send("hello ✓");
            client.send(ByteBuffer.wrap(new byte[70_000]));
            client.send("");
            await().untilAsserted(() -> assertThat(client.received).containsExactly("hello ✓", 70_000, ""));
        }
        await().until(() -> !Engines.only(engine).live());
        Connection connection = Engines.only(engine);
        assertThat(connection.path()).isEqualTo("/echo");
        assertThat(connection.query()).isEqualTo("x=1");
        assertThat(connection.toUpstream().messages()).isEqualTo(3);
        assertThat(connection.toClient().messages()).isEqualTo(3);
        assertThat(connection.close()).isEqualTo(
                new CloseInfo(CloseInfo.By.CLIENT, CloseInfo.Manner.CLOSE_FRAME, 1000, "", null));
    }
}
