package dev.socketscope.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.ListenerTls;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.cli.HeadlessMain;
import dev.socketscope.engine.relay.LocalEngine;
import dev.socketscope.engine.sandbox.Sandbox;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Chromium, told to trust the local authority in the way that the user guide says, and one that was not told. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrustedBrowserIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private Path folder = Path.of("");
    private Sandbox sandbox;
    private LocalEngine engine;
    private String url;

    @BeforeAll
    void start() throws IOException {
        folder = Places.emptyFolder("trusted-browser");
        sandbox = Sandbox.start(new InetSocketAddress("127.0.0.1", 0));
        engine = LocalEngine.start(new EngineConfig(new InetSocketAddress("127.0.0.1", 0),
                new ListenerTls.SelfSigned(folder.resolve("config/socketscope/authority"), List.of()),
                EngineConfig.Capture.DEFAULT, EngineConfig.Limits.DEFAULT,
                List.of(Route.toEverything(sandbox.uri().toString()))));
        url = engine.info().url().replace("127.0.0.1", "localhost");
    }

    @AfterAll
    void stop() {
        engine.close();
        sandbox.close();
    }

    /** A home folder whose database of certificates has the authority's, exported by {@code socketscope certificate}. */
    private Path trustingHome() throws IOException, InterruptedException {
        Path exported = folder.resolve("socketscope-ca.pem");
        run("env", "XDG_CONFIG_HOME=" + folder.resolve("config"),
                Path.of(System.getProperty("java.home"), "bin/java").toString(), "-cp",
                System.getProperty("java.class.path"), HeadlessMain.class.getName(), "certificate", "--out",
                exported.toString());
        Path home = Files.createDirectories(folder.resolve("trusting"));
        Path database = Files.createDirectories(home.resolve(".pki/nssdb"));
        run(Places.program("certutil"), "-d", "sql:" + database, "-A", "-t", "C,,", "-n", "socketscope", "-i",
                exported.toString());
        return home;
    }

    private void run(String... command) throws InterruptedException {
        try (Program program = new Program(folder, "trusted-browser-" + Path.of(command[0]).getFileName(),
                List.of(command))) {
            assertThat(program.awaitEnd(LIMIT)).as(program.output()).isZero();
        }
    }

    @Test
    void aBrowserThatTrustsTheAuthorityOpensThePageAndItsSockets() throws IOException, InterruptedException {
        try (Browser browser = Browser.of(trustingHome(), "trusted")) {
            browser.open(url + "/");
            assertThat(browser.evaluate("location.protocol + ' ' + isSecureContext").asString())
                    .isEqualTo("https: true");
            assertThat(browser.evaluate("""
                    new Promise((resolve) => {
                      const socket = new WebSocket(location.origin.replace('https', 'wss') + '/echo');
                      socket.onopen = () => socket.send('over TLS');
                      socket.onmessage = (event) => resolve(event.data);
                      socket.onerror = () => resolve('error');
                    })""").asString()).isEqualTo("over TLS");
            assertThat(browser.sockets()).isNotEmpty().allMatch(socket -> socket.startsWith("wss://localhost:"));
            assertThat(browser.console()).noneMatch(line -> line.contains("ERR_"));
        }
    }

    @Test
    void aBrowserThatDoesNotIsToldByItselfAndTheEngineSaysWhatToDo() throws IOException {
        Path home = Files.createDirectories(folder.resolve("stranger"));
        try (Browser browser = Browser.of(home, "stranger")) {
            assertThatThrownBy(() -> browser.open(url + "/")).hasMessageContaining("ERR_CERT_AUTHORITY_INVALID");
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(engine.events(0, 10_000).events())
                            .filteredOn(Event.TlsFailed.class::isInstance)
                            .extracting(event -> ((Event.TlsFailed) event).reason())
                            .anySatisfy(reason -> assertThat(reason).contains("local authority")));
        }
    }
}
