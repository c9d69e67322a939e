package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.socketscope.engine.api.Route;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An upstream behind TLS: verified as a browser would, then treated like any other. */
class TlsUpstreamTest {
    private static final char[] PASSWORD = "changeit".toCharArray();
    @TempDir
    static Path directory;
    private static Path store = Path.of("");
    private static @Nullable SSLContext tls;

    @BeforeAll
    static void makeCertificate() throws Exception {
        store = directory.resolve("keys.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore", store.toString(), "-storepass", new String(PASSWORD), "-alias", "a", "-keyalg", "EC",
                "-dname",
                "CN=localhost", "-ext", "SAN=DNS:localhost").redirectErrorStream(true).start();
        assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).isTrue();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        tls = context;
    }

    @AfterEach
    void distrust() {
        System.clearProperty("javax.net.ssl.trustStore");
        System.clearProperty("javax.net.ssl.trustStorePassword");
    }

    private void trust() {
        System.setProperty("javax.net.ssl.trustStore", store.toString());
        System.setProperty("javax.net.ssl.trustStorePassword", new String(PASSWORD));
    }

    private static Route unverified(String path, String upstream) {
        Route usual = Route.of("*", path, upstream);
        return new Route(usual.host(), usual.path(), usual.upstream(), usual.requestTimeout(), usual.compression(),
                usual.tunnel(), usual.headers(), false);
    }

    private static String get(LocalEngine engine) {
        return get(engine, "/x");
    }

    private static String get(LocalEngine engine, String path) {
        try (Raw client = Raw.connect(Engines.port(engine))) {
            return client.send("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").head()
                    + client.readTextToEnd();
        }
    }

    private HttpsServer server() throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(Objects.requireNonNull(tls)));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 6);
            exchange.getResponseBody().write("secret".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            exchange.close();
        });
        server.start();
        return server;
    }

    @Test
    void aTrustedUpstreamAnswers() throws Exception {
        trust();
        HttpsServer server = server();
        try (LocalEngine engine = Engines.start(Engines.LIMITS,
                Route.toEverything("https://localhost:" + server.getAddress().getPort()))) {
            assertThat(get(engine)).startsWith("HTTP/1.1 200 ").endsWith("secret");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void theFirstRouteWithTlsMayComeWhileTheEngineRuns() throws Exception {
        trust();
        HttpsServer server = server();
        String upstream = "https://localhost:" + server.getAddress().getPort();
        try (LocalEngine engine = Engines.to(1)) {
            engine.reconfigure(Engines.config(Engines.LIMITS, Route.toEverything(upstream),
                    unverified("/any", upstream)), "dev.yaml");
            assertThat(get(engine)).startsWith("HTTP/1.1 200 ").endsWith("secret");
            assertThat(get(engine, "/any")).startsWith("HTTP/1.1 200 ").endsWith("secret");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void anUntrustedOrWronglyNamedUpstreamIsRefusedWithTheReason() throws Exception {
        HttpsServer server = server();
        int port = server.getAddress().getPort();
        try (LocalEngine engine = Engines.start(Engines.LIMITS, Route.toEverything("https://localhost:" + port))) {
            assertThat(get(engine)).startsWith("HTTP/1.1 502 ").contains("TLS with the upstream at localhost:" + port);
        }
        trust();
        try (LocalEngine engine = Engines.start(Engines.LIMITS, Route.toEverything("https://127.0.0.1:" + port))) {
            assertThat(get(engine)).startsWith("HTTP/1.1 502 ").contains("No subject alternative names");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aRouteThatAsksForNoProofTakesAnyCertificateAndName() throws Exception {
        HttpsServer server = server();
        try (LocalEngine engine = Engines.start(Engines.LIMITS,
                unverified("/", "https://127.0.0.1:" + server.getAddress().getPort()))) {
            assertThat(get(engine)).startsWith("HTTP/1.1 200 ").endsWith("secret");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void connectionsThatProvedNothingNeverServeARouteThatAsksForProof() throws Exception {
        HttpsServer server = server();
        String upstream = "https://localhost:" + server.getAddress().getPort();
        try (LocalEngine engine = Engines.start(Engines.LIMITS, Route.toEverything(upstream),
                unverified("/open", upstream))) {
            // Event loops take connections in turn; every one of them gets an idle connection to offer to the other route.
            int rounds = 2 * Runtime.getRuntime().availableProcessors();
            for (int i = 0; i < rounds; i++) {
                assertThat(get(engine, "/open")).startsWith("HTTP/1.1 200 ");
            }
            for (int i = 0; i < rounds; i++) {
                assertThat(get(engine)).startsWith("HTTP/1.1 502 ").contains("verifyTls: false");
            }
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aWebSocketNeedsNoProofEitherWhereTheRouteAsksForNone() throws Exception {
        try (SSLServerSocket listening = listen();
                LocalEngine engine = Engines.start(Engines.LIMITS,
                        unverified("/", "https://127.0.0.1:" + listening.getLocalPort()));
                Raw client = Raw.connect(Engines.port(engine)).upgrade("/");
                Raw upstream = Raw.accept(listening)) {
            upstream.switchProtocols();
            assertThat(client.head()).startsWith("HTTP/1.1 101 ");
        }
    }

    private static SSLServerSocket listen() throws Exception {
        return (SSLServerSocket) Objects.requireNonNull(tls)
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @Test
    void aWebSocketGoesThroughTlsToo() throws Exception {
        trust();
        try (SSLServerSocket listening = listen();
                LocalEngine engine = Engines.start(Engines.LIMITS,
                        Route.toEverything("https://localhost:" + listening.getLocalPort()));
                Raw client = Raw.connect(Engines.port(engine)).upgrade("/");
                Raw upstream = Raw.accept(listening)) {
            upstream.switchProtocols();
            client.head();
            byte[] large = new byte[500_000];
            large[0] = (byte) 0x82;
            upstream.send(new byte[]{(byte) 0x81, 1, 'x'})
                    .send(new byte[]{(byte) 0x82, 127, 0, 0, 0, 0, 0, 7, (byte) 0xA1, 0x20})
                    .send(large);
            assertThat(client.readText(3)).isEqualTo("\u0081\u0001x");
            assertThat(client.read(500_010)).hasSize(500_010);
            client.send("abc").fin();
            assertThat(upstream.readText(3)).isEqualTo("abc");
            assertThat(upstream.readToEnd()).isEmpty();
        }
    }
}
