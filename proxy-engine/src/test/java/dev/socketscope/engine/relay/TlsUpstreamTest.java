package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.api.UpstreamTls;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An upstream behind TLS: verified as a browser would, then treated like any other. */
class TlsUpstreamTest {
    private static final Instant LONG_AGO = Instant.now().minus(Duration.ofDays(100));
    @TempDir
    static Path directory;
    private final Certificates certificates = new Certificates(directory);
    private final SSLContext tls = certificates.context("localhost");

    private Route trusting(String upstream) {
        return Route.toEverything(upstream)
                .with(new UpstreamTls(true, Optional.of(certificates.file()), Optional.empty(), Optional.empty()));
    }

    private static Route unverified(String path, String upstream) {
        return Route.of("*", path, upstream).with(UpstreamTls.UNVERIFIED);
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
        return server(tls);
    }

    private static HttpsServer server(SSLContext with) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(with));
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
        HttpsServer server = server();
        try (LocalEngine engine = Engines.start(Engines.LIMITS,
                trusting("https://localhost:" + server.getAddress().getPort()))) {
            assertThat(get(engine)).startsWith("HTTP/1.1 200 ").endsWith("secret");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void theFirstRouteWithTlsMayComeWhileTheEngineRuns() throws Exception {
        HttpsServer server = server();
        String upstream = "https://localhost:" + server.getAddress().getPort();
        try (LocalEngine engine = Engines.to(1)) {
            engine.reconfigure(Engines.config(Engines.LIMITS, trusting(upstream),
                    unverified("/any", upstream)), "dev.yaml");
            assertThat(get(engine)).startsWith("HTTP/1.1 200 ").endsWith("secret");
            assertThat(get(engine, "/any")).startsWith("HTTP/1.1 200 ").endsWith("secret");
        } finally {
            server.stop(0);
        }
    }

    private static String refusal(Route route) {
        try (LocalEngine engine = Engines.start(Engines.LIMITS, route)) {
            String answer = get(engine);
            assertThat(answer).startsWith("HTTP/1.1 502 ").contains("TLS with the upstream at ");
            return answer;
        }
    }

    @Test
    void aCertificateOfAnAuthorityThatNobodyTrustsIsExplained() throws Exception {
        HttpsServer server = server();
        try {
            assertThat(refusal(Route.toEverything("https://localhost:" + server.getAddress().getPort())))
                    .contains("localhost:" + server.getAddress().getPort())
                    .contains("the certificate for localhost, issued by CN=Socketscope local authority ")
                    .contains("no trusted authority")
                    .contains("tls: {ca: FILE}");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aCertificateForAnotherNameIsExplainedAndMayBeAskedForByName() throws Exception {
        HttpsServer server = server();
        String upstream = "https://127.0.0.1:" + server.getAddress().getPort();
        try {
            assertThat(refusal(trusting(upstream))).contains("the certificate for localhost, issued by ")
                    .contains("is not for 127.0.0.1")
                    .contains("serverName");
            try (LocalEngine engine = Engines.start(Engines.LIMITS, Route.toEverything(upstream)
                    .with(new UpstreamTls(true, Optional.of(certificates.file()), Optional.empty(),
                            Optional.of("localhost"))))) {
                assertThat(get(engine)).startsWith("HTTP/1.1 200 ");
            }
        } finally {
            server.stop(0);
        }
    }

    @Test
    void anExpiredCertificateIsExplainedWithItsDay() throws Exception {
        HttpsServer server = server(certificates.context(LONG_AGO, "localhost"));
        try {
            assertThat(refusal(trusting("https://localhost:" + server.getAddress().getPort())))
                    .contains("the certificate for localhost")
                    .contains("expired on " + LocalDate.ofInstant(LONG_AGO.plus(Duration.ofDays(90)), ZoneOffset.UTC));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void anUpstreamWithoutTlsIsExplained() throws Exception {
        try (ServerSocket plain = Raw.listen()) {
            Thread.ofVirtual().start(() -> Raw.accept(plain).send("HTTP/1.1 400 Bad Request\r\n\r\n"));
            assertThat(refusal(Route.toEverything("https://127.0.0.1:" + plain.getLocalPort())))
                    .contains("begin the upstream with http://");
        }
    }

    @Test
    void anUpstreamThatAsksForACertificateGetsTheRoutes() throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificates.takingAny("localhost")) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters strict = getSSLContext().getDefaultSSLParameters();
                strict.setNeedClientAuth(true);
                parameters.setSSLParameters(strict);
            }
        });
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        Route without = trusting("https://localhost:" + server.getAddress().getPort());
        try (LocalEngine engine = Engines.start(Engines.LIMITS, without.with(new UpstreamTls(true,
                Optional.of(certificates.file()), Optional.of(certificates.files("engine.example")),
                Optional.empty())))) {
            assertThat(get(engine)).startsWith("HTTP/1.1 204 ");
            engine.reconfigure(Engines.config(Engines.LIMITS, without), "dev.yaml");
            assertThat(get(engine)).startsWith("HTTP/1.1 502 ").contains("tls: {cert: FILE, key: FILE}");
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

    private SSLServerSocket listen() throws Exception {
        return (SSLServerSocket) tls.getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @Test
    void aWebSocketGoesThroughTlsToo() throws Exception {
        try (SSLServerSocket listening = listen();
                LocalEngine engine = Engines.start(Engines.LIMITS,
                        trusting("https://localhost:" + listening.getLocalPort()));
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
