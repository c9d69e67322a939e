package dev.socketscope.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Connection.State;
import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.EngineConfig.Capture;
import dev.socketscope.engine.api.EngineConfig.Limits;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.KeepAlive;
import dev.socketscope.engine.api.Reconnect;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.api.TunnelPolicy;
import dev.socketscope.engine.client.ReconnectingWebSocket;
import dev.socketscope.engine.client.SocketEvent;
import dev.socketscope.engine.client.SocketSettings;
import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.config.ScenarioReader;
import dev.socketscope.engine.metrics.PrometheusText;
import dev.socketscope.engine.relay.LocalEngine;
import dev.socketscope.engine.sandbox.Sandbox;
import dev.socketscope.engine.scenario.Verdict.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Scenarios on a real engine, with the sandbox behind it and a client of this project in front. */
@Timeout(120)
class PlayerTest {
    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final KeepAlive OFTEN = new KeepAlive(Duration.ofMillis(300), Duration.ofMillis(250), 2,
            KeepAlive.Legs.BOTH);
    private static final Reconnect SOON = new Reconnect(Duration.ofMillis(100), Duration.ofMillis(400), 2, 0, 1_000);
    private final Queue<SocketEvent> heard = new ConcurrentLinkedQueue<>();
    private Sandbox sandbox;
    private LocalEngine engine;
    private ReconnectingWebSocket app;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(ANY);
        engine = LocalEngine.start(new EngineConfig(ANY, Capture.DEFAULT, Limits.DEFAULT,
                List.of(Route.toEverything(sandbox.uri().toString()).with(TunnelPolicy.DEFAULT.with(OFTEN)))));
        app = ReconnectingWebSocket.open(
                SocketSettings.to(URI.create("ws://" + engine.info().listen() + "/ws/telemetry?hz=20"))
                        .withReconnect(SOON),
                heard::add);
    }

    @AfterEach
    void stop() {
        app.close();
        engine.close();
        sandbox.close();
    }

    private Report play(String... lines) throws ConfigException, InterruptedException {
        return play(() -> true, lines);
    }

    private Report play(BooleanSupplier goesOn, String... lines) throws ConfigException, InterruptedException {
        Scenario scenario = ScenarioReader.parse("test", "test", String.join("\n", lines));
        Pace pace = span -> {
            LockSupport.parkNanos(span.toNanos());
            return goesOn.getAsBoolean();
        };
        return new Player(engine, () -> engine.metrics(PrometheusText.Format.TEXT), pace, line -> {}).play(scenario,
                PATIENCE);
    }

    @Test
    void aSilentPeerIsNoticedByKeepAliveAndReplaced() throws Exception {
        Report report = play("steps:", "  - {at: 100ms, arm: {type: black-hole, count: 1}}", "expect:",
                "  - dead-peer-noticed-within: 30s", "  - reconnects-within: 30s", "  - no-message-lost: true");

        assertThat(report.verdicts()).extracting(Verdict::outcome)
                .as("%s", report.verdicts())
                .containsExactly(Outcome.PASSED, Outcome.PASSED, Outcome.NOT_OBSERVED);
        DeadPeer peer = report.observation().deadPeers().getFirst();
        assertThat(peer.silent()).as("two pongs are waited for").isGreaterThan(Duration.ofMillis(490));
        assertThat(peer.how()).startsWith("keep-alive gave the ");
        assertThat(report.observation().messages().unknown()).as("samples were on their way").containsKey("black-hole");
        assertThat(engine.faults()).isEmpty();
    }

    @Test
    void aCutThatLastsIsTimedAndItsAttemptsAreCounted() throws Exception {
        Report report = play("steps:", "  - {at: 100ms, cut: {mode: rst, for: 1500ms}}", "expect:",
                "  - reconnects-within: 30s", "  - closes-with: 1006");

        assertThat(report.passed()).as("%s", report).isTrue();
        Loss loss = report.observation().losses().getFirst();
        assertThat(loss.by()).isEqualTo(Loss.Healer.CLIENT);
        assertThat(loss.waited()).isGreaterThan(Duration.ofMillis(1_400));
        assertThat(loss.attempts()).as("some while the link was down").isGreaterThan(1);
        Client client = report.observation().clients().getFirst();
        assertThat(client.connections()).hasSize(loss.attempts() + 1);
        assertThat(client.gaps()).hasSize(loss.attempts()).allMatch(gap -> gap >= 0.09);
    }

    @Test
    void aHeldClientHasItsUpstreamBroughtBackByTheEngine() throws Exception {
        Report report = play("steps:", "  - {at: 100ms, cut: {leg: upstream}}", "expect:",
                "  - reconnects-within: 30s", "  - no-message-lost: true",
                "  - {metric: websocket_reconnections_total, op: '==', value: 1}");

        assertThat(report.passed()).as("%s", report).isTrue();
        assertThat(report.observation().losses()).singleElement().extracting(Loss::by).isEqualTo(Loss.Healer.ENGINE);
        assertThat(report.observation().closes()).isEmpty();
    }

    @Test
    void messagesThatAFaultTakesAreLost() throws Exception {
        Report report = play("length: 2s", "steps:",
                "  - {at: 100ms, arm: {type: drop, count: 3, match: {direction: to-client}}}", "expect:",
                "  - no-message-lost: true");

        assertThat(report.passed()).isFalse();
        assertThat(report.verdicts().getFirst().observed()).isEqualTo("3 messages lost: 3 (taken by drop)");
    }

    @Test
    void injectedMessagesArriveAndAStepThatCannotBeDoneFails() throws Exception {
        Report report = play("steps:", "  - {at: 0s, inject: {direction: to-client, text: from the scenario}}",
                "  - {at: 0s, cut: {match: {path: /nowhere}}}", "expect:", "  - no-reload: true");

        await().atMost(PATIENCE).until(() -> heard.contains(new SocketEvent.Text("from the scenario")));
        assertThat(report.verdicts()).allMatch(Verdict::passed);
        assertThat(report.passed()).isFalse();
        assertThat(report.problems()).singleElement()
                .extracting(Report.Done::what, Report.Done::problem)
                .containsExactly("cut both with fin on path /nowhere", "no connection is open there");
    }

    @Test
    void whatItHasArmedIsDisarmedWhenItIsStopped() throws Exception {
        await().atMost(PATIENCE).until(() -> engine.connections().stream().anyMatch(c -> c.state() == State.OPEN));

        Report report = play(() -> engine.faults().size() < 2, "steps:", "  - {at: 0s, arm: {type: swallow-ping}}",
                "  - {at: 100ms, preset: cloudflare-edge}", "  - {at: 1h, cut: {}}", "expect:",
                "  - no-reload: true");

        assertThat(report.interrupted()).isTrue();
        assertThat(report.passed()).isFalse();
        assertThat(report.steps()).hasSize(2);
        assertThat(engine.faults()).isEmpty();
    }

    @Test
    void aPauseKeepsWhatIsArmedAndHoldsTheNextStepBack() throws Exception {
        HandPace pace = new HandPace();
        Scenario scenario = ScenarioReader.parse("test", "test",
                "steps: [{at: 0s, arm: {type: swallow-ping}}, {at: 400ms, cut: {mode: rst}}]\nexpect: [{closes-with: 1006}]");
        Player player = new Player(engine, () -> "", pace, line -> {});
        CompletableFuture<Report> played = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                played.complete(player.play(scenario, PATIENCE));
            } catch (InterruptedException e) {
                played.completeExceptionally(e);
            }
        });
        await().atMost(PATIENCE).until(() -> !engine.faults().isEmpty());
        pace.pause();
        Duration stands = Duration.ofNanos(pace.nanos());

        await().during(Duration.ofMillis(900))
                .atMost(PATIENCE)
                .until(() -> engine.faults().size() == 1 && !played.isDone());
        assertThat(Duration.ofNanos(pace.nanos())).isEqualTo(stands);
        pace.goOn();

        Report report = played.get(20, TimeUnit.SECONDS);
        assertThat(report.passed()).as("%s", report).isTrue();
        assertThat(report.observation().closes().getFirst().at())
                .as("the cut came later than the clock of the steps says, by the pause")
                .isAfter(report.observation().started().plusMillis(1_200));
        assertThat(engine.faults()).isEmpty();
    }

    @Test
    void aLabelEndsAllThatWasArmedUnderIt() throws Exception {
        Report report = play(() -> true, "steps:", "  - {at: 0s, arm: {type: swallow-ping, label: a}}",
                "  - {at: 0s, arm: {type: swallow-pong, count: 1, label: a}}", "  - {at: 100ms, disarm: a}", "expect:",
                "  - {metric: 'socketscope_faults_fired_total{type=\"latency\"}', op: '==', value: 0}");

        assertThat(report.passed()).as("%s", report).isTrue();
        assertThat(engine.events(0, 10_000).events()).filteredOn(
                e -> e instanceof Event.FaultDisarmed).hasSize(2);
    }
}
