package dev.socketscope.engine.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Reconnect;
import dev.socketscope.engine.client.SocketEvent.Closed;
import dev.socketscope.engine.client.SocketEvent.Failed;
import dev.socketscope.engine.client.SocketEvent.Opened;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.java_websocket.server.DefaultSSLWebSocketServerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The same over TLS. */
@Timeout(60)
class SecureSocketTest {
    @TempDir
    static Path directory;
    private final Recorder events = new Recorder();

    private static SocketSettings to(ResumeServer server) {
        return SocketSettings.to(URI.create("wss://localhost:" + server.getPort() + "/"))
                .withReconnect(new Reconnect(Duration.ofMillis(20), Duration.ofMillis(20), 1, 0, 1));
    }

    private static ResumeServer secured(SSLContext context) {
        return ResumeServer.start(0, (session, message) -> session.send(message),
                new DefaultSSLWebSocketServerFactory(context));
    }

    @Test
    void aTrustedServerIsTalkedTo() throws Exception {
        SSLContext context = OwnCertificate.in(directory, "localhost");
        try (ResumeServer server = secured(context);
                ReconnectingWebSocket socket = ReconnectingWebSocket.open(to(server).withTls(context), events)) {
            events.await(Opened.class);
            socket.send("secret");
            await().until(() -> events.messages().equals(List.of("secret")));

            server.cutAll();
            events.await(2, Opened.class);
        }
    }

    @Test
    void aCertificateForAnotherNameIsRefused() throws Exception {
        SSLContext context = OwnCertificate.in(directory, "elsewhere.example");
        try (ResumeServer server = secured(context);
                ReconnectingWebSocket _ = ReconnectingWebSocket.open(to(server).withTls(context), events)) {
            events.await(Closed.class);
            assertThat(events.all(Opened.class)).isEmpty();
            assertThat(events.all(Failed.class)).as("told before the end")
                    .isNotEmpty()
                    .allSatisfy(failed -> assertThat(failed.what()).contains("localhost"));
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
        try (ResumeServer server = secured(OwnCertificate.in(directory, "localhost"));
                ReconnectingWebSocket _ = ReconnectingWebSocket.open(to(server), events)) {
            assertThat(events.await(Closed.class).code()).isEqualTo(1006);
            assertThat(events.all(Opened.class)).isEmpty();
        }
    }
}
