package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.CloseInfo.By;
import dev.socketscope.engine.api.CloseInfo.Manner;
import java.io.IOException;
import java.net.Socket;
import java.util.Objects;
import org.java_websocket.framing.CloseFrame;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What peers that we did not write make of each other's end, with the engine between them. */
class PeerClosingTest {
    private static final int[] CODES = {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000,
            3999, 4000,
            4999};
    private final PeerServer server = PeerServer.running();
    private final LocalEngine engine = Engines.to(server.getPort());

    @AfterEach
    void stop() {
        engine.close();
        server.close();
    }

    private CloseInfo awaitClose() {
        await().until(() -> engine.connections().stream().noneMatch(c -> c.live()));
        return Objects.requireNonNull(engine.connections().getLast().close());
    }

    private PeerClient connect() {
        int before = server.sockets.size();
        PeerClient client = PeerClient.connected(Engines.ws(engine, "/"));
        await().until(() -> server.sockets.size() > before);
        return client;
    }

    @Test
    void everyCodeOfTheClientReachesTheServer() {
        for (int code : CODES) {
            PeerClient client = connect();
            client.close(code, "client " + code);
            await().until(() -> !client.ended.isEmpty());
            assertThat(awaitClose())
                    .isEqualTo(new CloseInfo(By.CLIENT, Manner.CLOSE_FRAME, code, "client " + code, null));
            await().untilAsserted(() -> assertThat(server.closed).last()
                    .isEqualTo(new PeerServer.Closed(code, "client " + code, true)));
        }
    }

    @Test
    void everyCodeOfTheServerReachesTheClient() {
        for (int code : CODES) {
            PeerClient client = connect();
            server.sockets.getLast().close(code, "server " + code);
            await().until(() -> !client.ended.isEmpty());
            assertThat(client.ended.getFirst()).isEqualTo(new PeerServer.Closed(code, "server " + code, true));
            assertThat(awaitClose())
                    .isEqualTo(new CloseInfo(By.UPSTREAM, Manner.CLOSE_FRAME, code, "server " + code, null));
        }
    }

    @Test
    void aClientThatVanishesIs1006ForTheServer() throws IOException {
        PeerClient client = connect();
        client.getSocket().shutdownOutput();
        await().until(() -> !server.closed.isEmpty());
        assertThat(server.closed.getFirst().code()).isEqualTo(CloseFrame.ABNORMAL_CLOSE);
        assertThat(awaitClose()).isEqualTo(new CloseInfo(By.CLIENT, Manner.FIN, 1006,
                "the client ended TCP without a Close frame", null));
    }

    @Test
    void aClientThatResetsIs1006ForTheServer() throws IOException {
        PeerClient client = connect();
        Socket socket = client.getSocket();
        socket.setSoLinger(true, 0);
        socket.close();
        await().until(() -> !server.closed.isEmpty());
        assertThat(server.closed.getFirst().code()).isEqualTo(CloseFrame.ABNORMAL_CLOSE);
        assertThat(awaitClose().manner()).isEqualTo(Manner.RST);
    }

    @Test
    void aServerThatVanishesIs1006ForTheClient() {
        PeerClient client = connect();
        server.sockets.getLast().closeConnection(CloseFrame.ABNORMAL_CLOSE, "");
        await().until(() -> !client.ended.isEmpty());
        assertThat(client.ended.getFirst().code()).isEqualTo(CloseFrame.ABNORMAL_CLOSE);
        assertThat(awaitClose()).isEqualTo(new CloseInfo(By.UPSTREAM, Manner.FIN, 1006,
                "the upstream ended TCP without a Close frame", null));
    }
}
