package dev.socketscope.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Reconnect;
import dev.socketscope.engine.client.ReconnectingWebSocket;
import dev.socketscope.engine.client.SocketSettings;
import dev.socketscope.engine.control.ControlRig;
import dev.socketscope.engine.recording.Recording;
import dev.socketscope.engine.sandbox.Sandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Scenarios played by the command, on real sockets. */
@Timeout(120)
class ScenarioRunTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final Reconnect AGAIN = new Reconnect(Duration.ofMillis(100), Duration.ofMillis(400), 2, 0, 1_000);
    @TempDir
    private Path folder;
    private Sandbox sandbox;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(ANY);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private String file(String... lines) throws IOException {
        return Files.writeString(folder.resolve("mine.yaml"), String.join("\n", lines)).toString();
    }

    /** With both reports, on an engine of its own in front of the sandbox. */
    private ScenarioRun run(String scenario) {
        return ScenarioRun.of("run", scenario, "--listen", ":0", "--target", sandbox.uri().toString(), "--report",
                json().toString(), "--junit", folder.resolve("junit.xml").toString());
    }

    private Path json() {
        return folder.resolve("report.json");
    }

    private JsonNode report() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(json()));
    }

    private Document junit() throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(folder.resolve("junit.xml").toFile());
    }

    private static ReconnectingWebSocket loyal(URI to) {
        return ReconnectingWebSocket.open(SocketSettings.to(to).withReconnect(AGAIN), event -> {});
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy", "laptop-sleep"})
    void anApplicationThatComesBackPasses(String shipped) throws Exception {
        ScenarioRun run = run(shipped);
        try (ReconnectingWebSocket _ = loyal(run.socket("/echo"))) {
            assertThat(run.exitCode()).as("%s", run.out()).isEqualTo(ExitCode.FINE);
        }
        assertThat(run.out()).contains("reconnects-within: ", "passed").endsWith("PASSED" + System.lineSeparator());
        assertThat(report().path("passed").asBoolean()).isTrue();
        assertThat(report().path("losses").get(0).path("backAfter").asInt()).isPositive();
        assertThat(junit().getElementsByTagName("failure").getLength()).isZero();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aRunCanBeRecorded() throws Exception {
        Path recorded = folder.resolve("run.sockets");
        ScenarioRun run = ScenarioRun.of("run",
                file("steps:", "  - {at: 100ms, cut: {mode: close, code: 1012}}", "expect:",
                        "  - closes-with: 1012"),
                "--listen", ":0", "--target", sandbox.uri().toString(), "--record",
                recorded.toString());
        try (ReconnectingWebSocket _ = loyal(run.socket("/echo"))) {
            assertThat(run.exitCode()).as("%s%s", run.out(), run.err()).isEqualTo(ExitCode.FINE);
        }
        try (Recording recording = Recording.open(recorded)) {
            assertThat(recording.connections()).anySatisfy(connection -> {
                assertThat(connection.path()).isEqualTo("/echo");
                assertThat(connection.close()).isNotNull();
            });
        }
    }

    @Test
    void anApplicationThatStaysAwayFailsTheBuild() throws Exception {
        ScenarioRun run = run(file("steps:", "  - {at: 100ms, cut: {mode: close, code: 1012, reason: \"<&\\u0001>\"}}",
                "expect:", "  - reconnects-within: 500ms", "  - closes-with: 1012"));
        try (HttpClient http = HttpClient.newHttpClient()) {
            http.newWebSocketBuilder().buildAsync(run.socket("/echo"), new WebSocket.Listener() {}).join();
            assertThat(run.exitCode()).as("%s", run.out()).isEqualTo(ExitCode.FAILED);
            http.shutdownNow();
        }
        assertThat(run.out()).endsWith("FAILED" + System.lineSeparator());
        Element suite = (Element) junit().getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("name")).isEqualTo("socketscope.mine");
        assertThat(List.of(suite.getAttribute("tests"), suite.getAttribute("failures"))).containsExactly("3", "1");
        Element failure = (Element) suite.getElementsByTagName("failure").item(0);
        assertThat(((Element) failure.getParentNode()).getAttribute("name")).isEqualTo("reconnects-within: 500ms");
        assertThat(failure.getAttribute("message")).matches("ws_\\w+ /echo was not back after .*, nobody tried");
        assertThat(report().at("/expectations/0/outcome").asString()).isEqualTo("failed");
        assertThat(report().at("/expectations/1/outcome").asString()).isEqualTo("passed");
    }

    @Test
    void withoutAConnectionNothingPasses() throws Exception {
        ScenarioRun run = ScenarioRun.of("run", file("expect: [{no-reload: true}]"), "--listen", ":0", "--target",
                sandbox.uri().toString(), "--wait", "200ms", "--report", json().toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out()).contains("no connection within 200ms");
        assertThat(report().at("/expectations/0/observed").asString()).isEqualTo("no connection");
    }

    @Test
    void theSameSeedDoesTheSame() throws Exception {
        String scenario = file("seed: 5", "steps:", "  - {at: 100ms, arm: {type: drop, probability: 0.3}}",
                "  - {at: 150ms, preset: home-wifi, for: 200ms}", "  - {at: 200ms, cut: {mode: rst}}", "expect:",
                "  - reconnects-within: 30s");
        JsonNode[] reports = new JsonNode[2];
        for (int i = 0; i < 2; i++) {
            ScenarioRun run = run(scenario);
            try (ReconnectingWebSocket _ = loyal(run.socket("/echo"))) {
                assertThat(run.exitCode()).as("%s", run.out()).isEqualTo(ExitCode.FINE);
            }
            reports[i] = report();
        }
        assertThat(reports[0].path("steps")).hasSize(5).isEqualTo(reports[1].path("steps"));
        assertThat(reports[0].path("seed")).isEqualTo(reports[1].path("seed"));
        assertThat(reports[0].at("/expectations/0/expectation"))
                .isEqualTo(reports[1].at("/expectations/0/expectation"));
        assertThat(reports[0].propertyNames()).isEqualTo(reports[1].propertyNames());
    }

    @Test
    void withoutATargetTheDemoIsPlayedWith() throws Exception {
        ScenarioRun run = ScenarioRun.of("run", file("match: {path: /_hmr}", "steps:",
                "  - {at: 100ms, cut: {match: {path: /_hmr}}}", "expect:", "  - reconnects-within: 60s"), "--listen",
                ":0");

        assertThat(run.exitCode()).as("%s", run.out()).isEqualTo(ExitCode.FINE);
    }

    @Test
    void theCommandIsToldWhereToConnectAndEndsWithTheScenario() throws Exception {
        Path told = folder.resolve("told");
        ScenarioRun run = ScenarioRun.of("run", file("expect: [{no-message-lost: true}]"), "--listen", ":0", "--target",
                sandbox.uri().toString(), "--", "sh", "-c",
                "printf '%s\\n%s\\n' \"$SOCKETSCOPE_URL\" $$ > " + told + ".new; mv " + told + ".new " + told
                        + "; exec sleep 300");
        await().atMost(SOON).until(() -> Files.exists(told));
        List<String> lines = Files.readAllLines(told);
        assertThat("ws" + lines.get(0).substring(4)).isEqualTo(run.socket("").toString());

        try (ReconnectingWebSocket _ = loyal(run.socket("/echo"))) {
            assertThat(run.exitCode()).as("%s", run.out()).isEqualTo(ExitCode.FINE);
        }

        await().atMost(SOON)
                .until(() -> ProcessHandle.of(Long.parseLong(lines.get(1))).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void anEngineElsewhereIsPlayedOnAndGoesOn() throws Exception {
        Path token = Files.writeString(folder.resolve("token"), ControlRig.TOKEN);
        try (Child engine = Child.run(Map.of("SOCKETSCOPE_TOKEN", ControlRig.TOKEN), "engine", "--listen", ":0",
                "--control", ":0", "--target", sandbox.uri().toString())) {
            URI control = engine.address("control on ");
            URI listen = engine.address("listening on ");
            try (ReconnectingWebSocket app = loyal(URI.create("ws://" + listen.getAuthority() + "/echo"))) {
                ScenarioRun run = ScenarioRun.of("run",
                        file("steps:", "  - {at: 1s, cut: {leg: client, mode: rst}}", "expect:",
                                "  - reconnects-within: 30s",
                                "  - {metric: websocket_total_connections, op: '>=', value: 1}"),
                        "--engine", control.toString(), "--token-file", token.toString());

                assertThat(run.exitCode()).as("%s %s", run.out(), run.err()).isEqualTo(ExitCode.FINE);
                await().atMost(SOON).until(() -> app.state() == ReconnectingWebSocket.State.OPEN);
            }
        }
    }

    @Test
    void aSignalEndsItEarlyAndLeavesNoFaultBehind() throws Exception {
        try (ControlRig rig = new ControlRig()) {
            rig.openConnection("/echo");
            try (Child run = Child.run(Map.of("SOCKETSCOPE_TOKEN", ControlRig.TOKEN), "scenario", "run",
                    file("steps: [{at: 0s, arm: {type: black-hole}}, {at: 1h, cut: {}}]",
                            "expect: [{no-reload: true}]"),
                    "--engine", rig.uri().toString(), "--report", json().toString())) {
                await().atMost(SOON).until(() -> !rig.engine.faults().isEmpty());

                run.terminate();

                assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
                assertThat(rig.engine.faults()).isEmpty();
                assertThat(report().path("interrupted").asBoolean()).isTrue();
            }
        }
    }
}
