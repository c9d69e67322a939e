package dev.socketscope.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.extensions.permessage_deflate.PerMessageDeflateExtension;
import org.java_websocket.handshake.ServerHandshake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EchoCompressionTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private Sandbox sandbox;

    @BeforeEach
    void start() throws Exception {
        sandbox = Sandbox.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void compressedMessagesComeBackWhole() throws Exception {
        Client client = new Client("/echo");
        client.connectBlocking(10, TimeUnit.SECONDS);
        assertThat(client.extensions).startsWith("permessage-deflate");

        List<String> sent = List.of("short", "x".repeat(5_000), "{\"a\":[1,2,3]}".repeat(900), "y".repeat(200_000));
        sent.forEach(client::send);

        await().atMost(SOON).until(() -> client.texts.size() == sent.size());
        assertThat(client.texts).isEqualTo(sent);
        client.close();
    }

    @Test
    void otherSocketsDoNotCompress() throws Exception {
        Client client = new Client("/ws/telemetry");
        client.connectBlocking(10, TimeUnit.SECONDS);

        assertThat(client.extensions).isEmpty();
        client.close();
    }

    @Test
    void aMessageThatInflatesBeyondTheBoundIsRefusedWith1009() throws Exception {
        Client client = new Client("/echo");
        client.connectBlocking(10, TimeUnit.SECONDS);

        client.send(new byte[SandboxDraft.MAX_MESSAGE_BYTES + 1]);

        await().atMost(SOON).until(() -> client.closeCode == 1009);
    }

    private final class Client extends WebSocketClient {
        private final List<String> texts = new CopyOnWriteArrayList<>();
        private volatile String extensions = "";
        private volatile int closeCode;

        Client(String path) {
            super(URI.create(sandbox.uri().toString().replace("http:", "ws:") + path),
                    new Draft_6455(new PerMessageDeflateExtension()));
            setDaemon(true);
        }

        @Override
        public void onOpen(ServerHandshake handshake) {
            extensions = handshake.getFieldValue("Sec-WebSocket-Extensions");
        }

        @Override
        public void onMessage(String message) {
            texts.add(message);
        }

        @Override
        public void onMessage(ByteBuffer bytes) {
            texts.add(bytes.remaining() + " bytes");
        }

        @Override
        public void onClose(int code, String reason, boolean remote) {
            closeCode = code;
        }

        @Override
        public void onError(Exception error) {
            texts.add(error.toString());
        }
    }
}
