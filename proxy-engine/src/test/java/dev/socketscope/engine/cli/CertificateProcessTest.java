package dev.socketscope.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.sandbox.Sandbox;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From the configuration file to a page by {@code https}, with trust in nothing but what was exported. */
@Timeout(120)
class CertificateProcessTest {
    private static final String TOKEN = "a-token-for-tests";
    @TempDir
    private Path folder = Path.of("");

    private static SSLContext trusting(Path authority) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(authority)) {
            store.setCertificateEntry("authority", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    @Test
    void theExportedAuthorityVouchesForTheListener() throws Exception {
        Map<String, String> environment = Map.of("XDG_CONFIG_HOME", folder.toString(), ControlPort.TOKEN_VARIABLE,
                TOKEN);
        Path exported = folder.resolve("ca.pem");
        try (Child certificate = Child.run(environment, "certificate", "--out", exported.toString())) {
            assertThat(certificate.exitCode()).isEqualTo(ExitCode.FINE);
        }
        try (Sandbox sandbox = Sandbox.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            Path file = Files.writeString(folder.resolve("dev.yaml"),
                    "tls: self-signed\nroutes: [{upstream: '" + sandbox.uri() + "'}]\n");
            try (Child engine = Child.run(environment, "engine", "--listen", ":0", "--control", ":0", "--config",
                    file.toString());
                    HttpClient http = HttpClient.newBuilder().sslContext(trusting(exported)).build()) {
                URI control = engine.address("control on ").resolve("/api/v1/certificate");
                URI page = engine.address("listening on ");
                assertThat(page.getScheme()).isEqualTo("https");
                assertThat(http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString()).body())
                        .contains("<title>Socketscope sandbox</title>");
                assertThat(http.send(HttpRequest.newBuilder(control).header("Authorization", "Bearer " + TOKEN).build(),
                        BodyHandlers.ofString()).body()).isEqualTo(Files.readString(exported));
                http.shutdownNow();
            }
        }
    }
}
