package dev.socketscope.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.EngineConfig.Capture;
import dev.socketscope.engine.api.EngineConfig.Limits;
import dev.socketscope.engine.api.KeyFiles;
import dev.socketscope.engine.api.ListenerTls;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.api.Route.Compression;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFileTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyKeyOfThisVersionIsTakenOver() throws Exception {
        Path file = Files.writeString(folder.resolve("all.yaml"), """
                listen: 127.0.0.1:9100            # a comment
                capture: {maxBytes: 64MiB, maxPayload: 4KiB}
                limits:
                  maxConnections: 50
                  maxPending: 7
                  maxFrame: 1MB
                  handshakeTimeout: 2.5s
                routes:
                  - match: {host: "*.sandbox.localhost", path: /_hmr}
                    upstream: http://127.0.0.1:{port}
                    requestTimeout: 1500ms
                    compression: off
                  - upstream: https://dev.example.org/
                """);

        EngineConfig config = ConfigFile.read(file).toConfig();

        assertThat(config.listen()).isEqualTo(new InetSocketAddress("127.0.0.1", 9100));
        assertThat(config.capture()).isEqualTo(new Capture(64 << 20, 4096));
        assertThat(config.limits()).isEqualTo(new Limits(50, 7, 1_000_000, Duration.ofMillis(2_500)));
        assertThat(config.routes()).containsExactly(
                Route.of("*.sandbox.localhost", "/_hmr", "http://127.0.0.1:{port}")
                        .answeredWithin(Duration.ofMillis(1_500))
                        .with(Compression.OFF),
                Route.toEverything("https://dev.example.org"));
    }

    @Test
    void aFileThatIsNamedAndMissingIsToldWithItsLine() throws Exception {
        Path key = Files.writeString(folder.resolve("key.pem"), "");
        Path file = Files.writeString(folder.resolve("keys.yaml"), """
                tls:
                  cert: %s/none.pem
                  key: %s
                routes:
                  - upstream: https://dev.example.org
                    tls: {ca: %s}
                """.formatted(folder, key, folder));

        assertThatThrownBy(() -> ConfigFile.read(file)).hasMessage(
                """
                        %1$s/keys.yaml:2: tls.cert: got "%1$s/none.pem", expected the path of a file: there is none that can be read
                        %1$s/keys.yaml:6: routes[0].tls.ca: got "%1$s", expected the path of a file: there is none that can be read"""
                        .formatted(folder));
    }

    @Test
    void whatIsLeftOutHasItsDefault() throws Exception {
        EngineConfig config = ConfigFile.parse("x.yaml", "routes: [{upstream: 'http://127.0.0.1:5173'}]").toConfig();

        assertThat(config).isEqualTo(new EngineConfig(new InetSocketAddress("127.0.0.1", 9000), Capture.DEFAULT,
                Limits.DEFAULT, List.of(Route.toEverything("http://127.0.0.1:5173"))));
    }

    @Test
    void allProblemsAreToldAtOnceInTheOrderOfTheFile() {
        assertProblems("""
                listen: 9000
                capture:
                  maxBytes: 12 parrots
                  maxPayload: -1
                limits: 5
                routes:
                  - upstream: ftp://files
                  - match: {host: "a b", path: hmr}
                    compression: gzip
                """,
                """
                        x.yaml:1: listen: got "9000", expected ADDR:PORT such as 127.0.0.1:9000, localhost:0, [::1]:9000 or :9000, \
                        with an address of this machine and a port from 0 to 65535
                        x.yaml:3: capture.maxBytes: got "12 parrots", expected a size from 1MiB to 1TiB such as 512, 64KiB or 1GB
                        x.yaml:4: capture.maxPayload: got "-1", expected a size from 0 to 1GiB such as 512, 64KiB or 1GB
                        x.yaml:5: limits: got "5", expected a mapping
                        x.yaml:7: routes[0].upstream: got "ftp://files", expected http://HOST:PORT such as http://127.0.0.1:5173, \
                        without path, query or user; {port} and {sandbox} may stand for parts of the request's host
                        x.yaml:8: routes[1].match.host: got "a b", expected *, a host name or *.suffix, without a port
                        x.yaml:8: routes[1].match.path: got "hmr", expected a path that begins with /, without query
                        x.yaml:8: routes[1].upstream: missing, expected http://HOST:PORT such as http://127.0.0.1:5173, \
                        without path, query or user; {port} and {sandbox} may stand for parts of the request's host
                        x.yaml:9: routes[1].compression: got "gzip", expected one of independent, transparent, off""");
    }

    @Test
    void valuesOutOfRangeSayTheRange() {
        assertProblems("""
                limits: {maxConnections: 0, maxPending: 1e3, maxFrame: 12B, handshakeTimeout: 10}
                routes: [{upstream: "http://h", requestTimeout: 25h}]
                """,
                """
                        x.yaml:1: limits.maxConnections: got "0", expected a whole number from 1 to 1000000
                        x.yaml:1: limits.maxPending: got "1e3", expected a whole number from 1 to 1000000
                        x.yaml:1: limits.maxFrame: got "12B", expected a size from 1KiB to 1TiB such as 512, 64KiB or 1GB
                        x.yaml:1: limits.handshakeTimeout: got "10", expected a duration from 100ms to 1h such as 500ms, 10s, 5m or 1h
                        x.yaml:2: routes[0].requestTimeout: got "25h", expected a duration from 100ms to 24h such as 500ms, 10s, 5m \
                        or 1h""");
    }

    @Test
    void unknownKeysAreErrorsThatGuessWhatWasMeant() {
        assertProblems("""
                listen: :0
                limits:
                  maxConection: 5
                rotues: []
                zebra: {a: 1}
                """,
                """
                        x.yaml:3: limits.maxConection: got "5" for an unknown key, expected one of maxConnections, maxPending, \
                        maxFrame, handshakeTimeout; did you mean maxConnections?
                        x.yaml:4: rotues: got an empty list for an unknown key, expected one of listen, tls, capture, limits, routes, control; \
                        did you mean routes?
                        x.yaml:5: zebra: got a mapping for an unknown key, expected one of listen, tls, capture, limits, routes, control""");
    }

    @Test
    void theListenerMayHaveACertificate() throws Exception {
        assertThat(ConfigFile.parse("x", "tls: self-signed").tls())
                .isEqualTo(new ListenerTls.SelfSigned(UserFolder.authority(), List.of()));
        assertThat(ConfigFile.parse("x", "tls: {selfSigned: [dev.example, '*.dev.example', 10.0.0.7]}").tls())
                .isEqualTo(new ListenerTls.SelfSigned(UserFolder.authority(),
                        List.of("dev.example", "*.dev.example", "10.0.0.7")));
        assertThat(ConfigFile.parse("x", "tls: {cert: a.pem, key: b.pem}").tls())
                .isEqualTo(new ListenerTls.Files(new KeyFiles(Path.of("a.pem"), Path.of("b.pem"))));
        assertThat(ConfigFile.parse("x", "tls: off").tls()).isEqualTo(ListenerTls.OFF);
    }

    @Test
    void aListenersCertificateHasAKey() {
        assertProblems("tls: {cert: a.pem}\n", "x.yaml:1: tls.key: missing, expected the path of a file");
        assertProblems("tls: yes please\n", "x.yaml:1: tls: got \"yes please\", expected off, self-signed, or a mapping"
                + " with cert and key, or with selfSigned");
    }

    @Test
    void structureThatDoesNotFitIsNamed() {
        assertProblems("- a\n- b\n", "x.yaml:1: got a list, expected a mapping with keys such as listen and routes");
        assertProblems("routes: []\n",
                "x.yaml:1: routes: got an empty list, expected a list with at least one element");
        assertProblems("routes: [5]\n", "x.yaml:1: routes[0]: got \"5\", expected a mapping");
        assertProblems("capture:\nlisten: [1]\n",
                """
                        x.yaml:1: capture: got nothing, expected a mapping
                        x.yaml:2: listen: got a list, expected ADDR:PORT such as 127.0.0.1:9000, localhost:0, [::1]:9000 or :9000, \
                        with an address of this machine and a port from 0 to 65535""");
        assertProblems("listen: :1\nlisten: :2\n",
                "x.yaml:2: listen: got \":2\" a second time, expected the key once (it is already on line 1)");
        assertProblems("listen: :1\n---\nlisten: :2\n",
                "x.yaml:3: a second document begins here, expected one document");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"routes: [\\n|2|expected the node content, but found '<stream end>'",
            "listen: [::1]:9000|1|expected the node content, but found ':'",
            "routes:\\n- {host: *.localhost}|2|unexpected character found .(46)",
            "listen: a: b|1|mapping values are not allowed here"})
    void yamlThatCannotBeReadNamesTheLine(String yaml, int line, String wrong) {
        assertProblems(yaml.replace("\\n", "\n"), "x.yaml:" + line + ": not valid YAML: " + wrong
                + "; values that begin with * & [ { or @ need quotes");
    }

    @Test
    void aliasesAreNoValues() {
        assertProblems("listen: *here\n",
                """
                        x.yaml:1: listen: got "*here", expected ADDR:PORT such as 127.0.0.1:9000, localhost:0, [::1]:9000 or :9000, \
                        with an address of this machine and a port from 0 to 65535""");
    }

    @Test
    void passwordsAndTokensInValuesAreNotPrinted() {
        assertProblems("routes: [{upstream: 'http://me:hunter2@h?token=abc'}]\n", """
                x.yaml:1: routes[0].upstream: got "http://••••••@h?token=••••••", expected http://HOST:PORT such as \
                http://127.0.0.1:5173, without path, query or user; {port} and {sandbox} may stand for parts of the \
                request's host""");
    }

    @Test
    void filesThatCannotBeReadSaySo() throws Exception {
        Path binary = Files.write(folder.resolve("b.yaml"), new byte[]{(byte) 0xFF, (byte) 0xFE});
        Path large = Files.write(folder.resolve("l.yaml"), new byte[(1 << 20) + 1]);

        assertThatThrownBy(() -> ConfigFile.read(Path.of("nowhere.yaml"))).hasMessage("nowhere.yaml: no such file");
        assertThatThrownBy(() -> ConfigFile.read(binary)).hasMessage(binary + ": is not UTF-8 text");
        assertThatThrownBy(() -> ConfigFile.read(large))
                .hasMessage(large + ": has 1048577 bytes, expected at most 1MiB");
    }

    @Test
    void aTargetCompletesAFileButDoesNotCompeteWithItsRoutes() throws Exception {
        Settings open = ConfigFile.parse("x.yaml", "listen: :9009\n");
        Settings routed = ConfigFile.parse("x.yaml", "routes: [{upstream: 'http://h:1'}]");

        assertThat(open.allTo("http://h:2").toConfig().routes()).containsExactly(Route.toEverything("http://h:2"));
        assertThatThrownBy(() -> routed.allTo("http://h:2"))
                .hasMessage("--target: got http://h:2, expected none: the configuration file has routes");
        assertThatThrownBy(open::toConfig).hasMessage(
                "nothing says where to send traffic: give --target URL, or --config FILE with routes");
    }

    private static void assertProblems(String yaml, String expected) {
        assertThatThrownBy(() -> ConfigFile.parse("x.yaml", yaml)).isInstanceOf(ConfigException.class)
                .hasMessage(expected);
    }
}
