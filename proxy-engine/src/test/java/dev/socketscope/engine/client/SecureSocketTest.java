package dev.socketscope.engine.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Reconnect;
import dev.socketscope.engine.client.SocketEvent.Closed;
import dev.socketscope.engine.client.SocketEvent.Failed;
import dev.socketscope.engine.client.SocketEvent.Opened;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.java_websocket.server.DefaultSSLWebSocketServerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The same over TLS. */
@Timeout(60)
class SecureSocketTest {
    private static final String PASSWORD = "changeit";
    @TempDir
    static Path directory;
    private final Recorder events = new Recorder();

    private static SSLContext contextFor(String name) throws Exception {
        Path store = directory.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-keystore", store.toString(), "-storepass", PASSWORD, "-alias", "a", "-keyalg", "EC",
                "-dname", "CN=" + name, "-ext", "SAN=DNS:" + name).redirectErrorStream(true).start();
        assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).isTrue();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD.toCharArray());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

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
        SSLContext context = contextFor("localhost");
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
        SSLContext context = contextFor("elsewhere.example");
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
        try (ResumeServer server = secured(contextFor("localhost"));
                ReconnectingWebSocket _ = ReconnectingWebSocket.open(to(server), events)) {
            assertThat(events.await(Closed.class).code()).isEqualTo(1006);
            assertThat(events.all(Opened.class)).isEmpty();
        }
    }
}
