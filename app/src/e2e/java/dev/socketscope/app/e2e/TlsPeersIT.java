package dev.socketscope.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.KeyFiles;
import dev.socketscope.engine.api.ListenerTls;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.api.UpstreamTls;
import dev.socketscope.engine.relay.LocalEngine;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** TLS on both sides with peers that are not ours: curl and openssl in front, nginx behind, keys made by openssl. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsPeersIT {
    private Path folder = Path.of("");
    private Nginx nginx;
    private LocalEngine engine;
    private String url;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        folder = Places.emptyFolder("tls-peers");
        certify("server", "prime256v1", "DNS:dev.example");
        certify("engine", "secp384r1", "DNS:engine.example");
        Files.writeString(folder.resolve("page.html"), "<h1>Behind TLS</h1>\n");
        int port = Places.freePort();
        nginx = Nginx.serving("tls-peers", """
                listen 127.0.0.1:%1$d ssl;
                ssl_certificate %2$s/server.pem;
                ssl_certificate_key %2$s/server-key.pem;
                ssl_client_certificate %2$s/engine.pem;
                ssl_verify_client optional;
                root %2$s;
                location = /who { return 200 "$ssl_client_s_dn $ssl_server_name"; }
                """.formatted(port, folder));
        String upstream = "https://127.0.0.1:" + port;
        KeyFiles own = new KeyFiles(folder.resolve("engine.pem"), folder.resolve("engine-key.pem"));
        Optional<Path> authority = Optional.of(folder.resolve("server.pem"));
        Optional<String> name = Optional.of("dev.example");
        engine = LocalEngine.start(new EngineConfig(new InetSocketAddress("127.0.0.1", 0),
                new ListenerTls.SelfSigned(folder.resolve("authority"), List.of()), EngineConfig.Capture.DEFAULT,
                EngineConfig.Limits.DEFAULT,
                List.of(Route.of("*", "/", upstream).with(new UpstreamTls(true, authority, Optional.of(own), name)),
                        Route.of("*", "/untrusted", upstream),
                        Route.of("*", "/named", upstream)
                                .with(new UpstreamTls(true, authority, Optional.empty(), Optional.empty())))));
        url = engine.info().url().replace("127.0.0.1", "localhost");
    }

    /** A key in the older notation that openssl makes by default, and a certificate that it has signed itself. */
    private void certify(String name, String curve, String subject) throws IOException, InterruptedException {
        run("openssl", "ecparam", "-name", curve, "-genkey", "-out", folder + "/" + name + "-key.pem");
        run("openssl", "req", "-x509", "-key", folder + "/" + name + "-key.pem", "-out", folder + "/" + name + ".pem",
                "-days", "2", "-subj", "/CN=" + name, "-addext", "subjectAltName=" + subject);
    }

    private String run(String... command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "run", ".txt");
        Process process = new ProcessBuilder(command).redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("%s ends", command[0]).isTrue();
        return Files.readString(out);
    }

    @AfterAll
    void stop() {
        engine.close();
        nginx.close();
    }

    private Curl curl(String path, String... more) throws IOException, InterruptedException {
        String[] arguments = new String[more.length + 3];
        System.arraycopy(more, 0, arguments, 0, more.length);
        arguments[more.length] = "--cacert";
        arguments[more.length + 1] = folder + "/authority/ca.pem";
        arguments[more.length + 2] = url + path;
        return Curl.run(arguments);
    }

    @Test
    void curlTrustsTheAuthorityAndNginxTheEngine() throws IOException, InterruptedException {
        assertThat(curl("/page.html", "-w", "%{http_code} %{http_version}").out())
                .isEqualTo("<h1>Behind TLS</h1>\n200 1.1");
        assertThat(curl("/who").out()).as("client certificate and SNI").isEqualTo("CN=engine dev.example");
    }

    @Test
    void curlWithoutTheAuthorityRefusesAndTheEngineSaysWhy() throws IOException, InterruptedException {
        assertThat(Curl.run(url + "/").code()).as("CURLE_PEER_FAILED_VERIFICATION").isEqualTo(60);
        await().untilAsserted(
                () -> assertThat(engine.events(0, 10_000).events()).filteredOn(Event.TlsFailed.class::isInstance)
                        .extracting(event -> ((Event.TlsFailed) event).reason())
                        .anySatisfy(reason -> assertThat(reason).contains("local authority")));
    }

    @Test
    void opensslVerifiesTheChainAndSpeaksNoOldVersion() throws IOException, InterruptedException {
        String address = engine.info().listen();
        assertThat(run("openssl", "s_client", "-connect", address, "-servername", "localhost", "-verify_hostname",
                "localhost",
                "-CAfile", folder + "/authority/ca.pem", "-alpn", "h2,http/1.1"))
                .contains("Verify return code: 0 (ok)")
                .contains("ALPN protocol: http/1.1");
        assertThat(run("openssl", "s_client", "-connect", address, "-tls1_1"))
                .contains("no peer certificate available");
    }

    @Test
    void whatIsWrongWithNginxsCertificateIsOnThePage() throws IOException, InterruptedException {
        assertThat(curl("/untrusted").out()).startsWith("502 ")
                .contains("the certificate for dev.example, issued by itself")
                .contains("no trusted authority");
        assertThat(curl("/named").out()).startsWith("502 ").contains("is not for 127.0.0.1").contains("serverName");
    }
}
