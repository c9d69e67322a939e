package dev.socketscope.engine.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.EngineInfo;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.KeyFiles;
import dev.socketscope.engine.api.ListenerTls;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.api.TunnelPolicy;
import dev.socketscope.engine.api.UpstreamTls;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients that come by TLS. */
@Timeout(60)
class TlsListenerTest {
    @TempDir
    static Path folder;
    private final Certificates certificates = new Certificates(folder);
    private final ServerSocket listening = Raw.listen();
    private final LocalEngine engine = engine(new ListenerTls.SelfSigned(folder, List.of("dev.example")));

    private LocalEngine engine(ListenerTls tls) {
        return LocalEngine.start(config(tls));
    }

    private EngineConfig config(ListenerTls tls) {
        return new EngineConfig(new InetSocketAddress("127.0.0.1", 0), tls, Engines.CAPTURE, Engines.LIMITS,
                List.of(Route.toEverything("http://127.0.0.1:" + listening.getLocalPort()).with(TunnelPolicy.PASSIVE)));
    }

    @AfterEach
    void stop() throws Exception {
        engine.close();
        listening.close();
    }

    @Test
    void aWebSocketIsWatchedByteForByte() throws Exception {
        try (Raw client = certificates.connect(Engines.port(engine)).upgrade("/ws");
                Raw upstream = Raw.accept(listening)) {
            assertThat(upstream.switchProtocols()).contains("X-Forwarded-Proto: https");
            assertThat(client.head()).startsWith("HTTP/1.1 101 ");
            byte[] up = WireText.fromClient("hello");
            client.send(up);
            assertThat(upstream.read(up.length)).isEqualTo(up);
            byte[] down = WireText.fromUpstream(Opcode.BINARY, true, "x".repeat(200_000));
            upstream.send(down);
            assertThat(client.read(down.length)).isEqualTo(down);
            await().until(() -> Engines.only(engine).toUpstream().frames() == 1
                    && Engines.only(engine).toClient().frames() == 1);
            assertThat(Engines.only(engine).toClient().bytes()).isEqualTo(down.length);

            upstream.fin();
            assertThat(client.readToEnd()).as("the end of the stream in TLS").isEmpty();
        }
        await().until(() -> !Engines.only(engine).live());
        assertThat(Objects.requireNonNull(Engines.only(engine).close()).manner()).isEqualTo(CloseInfo.Manner.FIN);
        assertThat(engine.info().url()).startsWith("https://127.0.0.1:");
    }

    @Test
    void recordsMayArriveInPiecesOfAnySize() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (SplittingLine line = new SplittingLine(Engines.port(engine), new Random(seed));
                Raw client = certificates.connect(line.port()).upgrade("/ws");
                Raw upstream = Raw.accept(listening)) {
            upstream.switchProtocols();
            client.head();
            for (int i = 0; i < 50; i++) {
                byte[] up = WireText.fromClient("u".repeat(random.nextInt(2_000)));
                assertThat(upstream.read(sent(client, up))).as("seed %d", seed).isEqualTo(up);
                byte[] down = WireText.fromUpstream("d".repeat(random.nextInt(2_000)));
                assertThat(client.read(sent(upstream, down))).as("seed %d", seed).isEqualTo(down);
            }
            await().untilAsserted(() -> {
                assertThat(Engines.only(engine).toUpstream().messages()).as("seed %d", seed).isEqualTo(50);
                assertThat(Engines.only(engine).toClient().messages()).as("seed %d", seed).isEqualTo(50);
            });
        }
    }

    private static int sent(Raw from, byte[] frame) {
        from.send(frame);
        return frame.length;
    }

    @Test
    void aResetIsOneInTlsTooWithoutAGoodbye() {
        try (Raw client = certificates.connect(Engines.port(engine)).upgrade("/");
                Raw upstream = Raw.accept(listening)) {
            upstream.switchProtocols();
            client.head();
            Engines.submit(engine, new Command.EndConnection(Engines.only(engine).id(), Command.Legs.BOTH,
                    Command.Mode.RST, 1001, ""));
            assertThatThrownBy(client::readToEnd).isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void http11IsAgreedTo() throws Exception {
        try (Raw client = certificates.connect(Engines.port(engine))) {
            SSLSocket socket = (SSLSocket) client.socket;
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(new String[]{"h2", "http/1.1"});
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            assertThat(socket.getApplicationProtocol()).isEqualTo("http/1.1");
            assertThat(socket.getSession().getPeerCertificates()).hasSize(2);
        }
    }

    @Test
    void whoComesWithoutTlsIsToldHow() {
        try (Raw client = Raw.connect(Engines.port(engine)).send("GET / HTTP/1.1\r\nHost: dev.example:9000\r\n\r\n")) {
            assertThat(client.head()).startsWith("HTTP/1.1 400 ");
            assertThat(client.readTextToEnd()).contains("https://dev.example:9000");
        }
    }

    @Test
    void aClientThatTrustsAnotherAuthorityIsExplained(@TempDir Path elsewhere) {
        Certificates others = new Certificates(elsewhere);
        try (Raw client = others.connect(Engines.port(engine))) {
            assertThatThrownBy(() -> client.upgrade("/")).isInstanceOf(UncheckedIOException.class);
            await().until(() -> !Engines.events(engine, Event.TlsFailed.class).isEmpty());
            Event.TlsFailed event = Engines.events(engine, Event.TlsFailed.class).getFirst();
            assertThat(event.client()).startsWith("127.0.0.1:");
            assertThat(event.reason()).contains("does not take the certificate").contains("local authority");
        }
        assertThat(engine.connections()).isEmpty();
    }

    @Test
    void aPageMayPollThroughTheListener() {
        try (Raw client = certificates.connect(Engines.port(engine))
                .send("GET /__socketscope/poll?url=/ws&_resume=12345678&_received=0&wait=20 HTTP/1.1\r\nHost: localhost\r\n"
                        + "Connection: close\r\n\r\n");
                Raw upstream = Raw.accept(listening)) {
            upstream.switchProtocols();
            upstream.send(WireText.fromUpstream("news"));
            assertThat(client.readTextToEnd()).startsWith("HTTP/1.1 200 ").contains("news");
        }
    }

    @Test
    void filesAreReadAgainWithTheConfiguration() throws Exception {
        KeyFiles files = certificates.files("localhost");
        try (LocalEngine own = engine(new ListenerTls.Files(files))) {
            try (Raw client = certificates.connect(Engines.port(own))) {
                ((SSLSocket) client.socket).startHandshake();
            }
            own.reconfigure(config(new ListenerTls.Files(certificates.files("elsewhere.example"))), "dev.yaml");
            try (Raw client = certificates.connect(Engines.port(own))) {
                assertThatThrownBy(((SSLSocket) client.socket)::startHandshake).hasMessageContaining("localhost");
            }
        }
    }

    @Test
    void aConfigurationThatIsRefusedLeavesTheCertificateAsItWas() throws Exception {
        KeyFiles files = certificates.files("localhost");
        try (LocalEngine own = engine(new ListenerTls.Files(files))) {
            EngineConfig next = config(new ListenerTls.Files(certificates.files("elsewhere.example")));
            Route unreadable = Route.toEverything("https://127.0.0.1:1")
                    .with(new UpstreamTls(true, Optional.of(folder.resolve("no-ca.pem")), Optional.empty(),
                            Optional.empty()));
            assertThatThrownBy(() -> own.reconfigure(new EngineConfig(next.listen(), next.tls(), next.capture(),
                    next.limits(), List.of(unreadable)), "dev.yaml")).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no-ca.pem");

            try (Raw client = certificates.connect(Engines.port(own))) {
                ((SSLSocket) client.socket).startHandshake();
            }
            assertThat(own.info().routes()).singleElement()
                    .extracting(EngineInfo.RouteInfo::upstream)
                    .isEqualTo("http://127.0.0.1:" + listening.getLocalPort());
        }
    }

    @Test
    void filesThatCannotBeUsedAreNamed() {
        ListenerTls missing = new ListenerTls.Files(
                new KeyFiles(folder.resolve("no.pem"), folder.resolve("no-key.pem")));
        assertThatThrownBy(() -> engine(missing)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tls.cert: got ")
                .hasMessageContaining("there is no such file");
    }
}
