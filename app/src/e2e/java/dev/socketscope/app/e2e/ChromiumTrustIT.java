package dev.socketscope.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.ListenerTls;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.relay.LocalEngine;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Chromium with the local authority taken in as the user guide says, and without. No error of a certificate is waved through. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChromiumTrustIT {
    private static final String WEBSOCKET = """
            new Promise((told) => {
              const socket = new WebSocket('wss://localhost:%d/');
              socket.onopen = () => socket.send('Grüße');
              socket.onmessage = (event) => told(event.data);
              socket.onclose = (event) => told('closed ' + event.code);
            })""";
    private final Path folder = Places.emptyFolder("chromium-trust");
    private Peer peer;
    private LocalEngine engine;
    private int port;

    @BeforeAll
    void start() {
        peer = new Peer("chromium-trust");
        engine = LocalEngine.start(new EngineConfig(new InetSocketAddress("127.0.0.1", 0),
                new ListenerTls.SelfSigned(folder.resolve("authority"), List.of()), EngineConfig.Capture.DEFAULT,
                EngineConfig.Limits.DEFAULT, List.of(Route.toEverything(peer.url()))));
        port = Integer.parseInt(engine.info().listen().replaceAll(".*:", ""));
    }

    @AfterAll
    void stop() {
        engine.close();
        peer.close();
    }

    @Test
    void whoTrustsTheAuthorityOpensPagesAndSockets() throws IOException, InterruptedException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Path database = Files.createDirectories(home.resolve(".pki/nssdb"));
        Places.output("certutil", "-N", "-d", "sql:" + database, "--empty-password");
        Places.output("certutil", "-A", "-d", "sql:" + database, "-n", "Socketscope", "-t", "C,,", "-i",
                folder.resolve("authority/ca.pem").toString());

        try (Browser browser = Browser.trusting("chromium-trust", home)) {
            browser.open("https://localhost:" + port + "/");

            assertThat(browser.evaluate("isSecureContext").asBoolean()).isTrue();
            assertThat(browser.evaluate(WEBSOCKET.formatted(port)).asString()).isEqualTo("Grüße");
        }
    }

    @Test
    void whoDoesNotIsWarnedAndTheEngineSaysWhy() {
        try (Browser browser = new Browser("chromium-untrusting")) {
            assertThatThrownBy(() -> browser.open("https://localhost:" + port + "/"))
                    .hasMessageContaining("ERR_CERT_AUTHORITY_INVALID");
        }
        await().untilAsserted(() -> assertThat(engine.events(0, 10_000).events())
                .filteredOn(Event.TlsFailed.class::isInstance)
                .extracting(event -> ((Event.TlsFailed) event).reason())
                .anySatisfy(reason -> assertThat(reason).contains("local authority")));
    }
}
