package dev.socketscope.engine.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.ArmedFault;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.EndingFault;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultStatus;
import dev.socketscope.engine.api.HmrStatus;
import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.Reply;
import dev.socketscope.engine.api.RttPage;
import dev.socketscope.engine.api.ServiceLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What an engine answers that holds connections, reloads pages and disturbs traffic. */
class StagedCallsTest {
    private static final Instant THEN = Instant.parse("2026-01-31T12:00:00Z");
    private final StagedEngine[] made = new StagedEngine[1];
    private final ControlRig rig = new ControlRig(engine -> made[0] = new StagedEngine(engine));
    private final StagedEngine staged = Objects.requireNonNull(made[0]);

    @AfterEach
    void close() {
        rig.close();
    }

    private void everythingIsDone() {
        staged.answers = _ -> new Reply.Done("Done.");
    }

    @Test
    void armingHandsTheFaultToTheEngineAndAnswersItsId() {
        staged.answers = _ -> new Reply.Armed("flt_7", List.of("It may hurt."));
        ControlRig.Reply reply = rig.post("/api/v1/faults", """
                {"type": "drop", "match": {"path": "/echo", "direction": "to-client", "everyNth": 3},
                 "probability": 0.5, "count": 10, "seed": 42, "after": "1.5s", "duration": "1m", "label": "lossy"}""");
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.at("/id")).isEqualTo("flt_7");
        assertThat(reply.at("/warnings/0")).isEqualTo("It may hurt.");
        Fault fault = ((Command.ArmFault) staged.commands.getFirst()).fault();
        assertThat(fault.spec()).isEqualTo(new MessageFault.Drop());
        assertThat(fault.match().everyNth()).isEqualTo(3);
        assertThat(fault.after()).isEqualTo(Duration.ofMillis(1_500));
        assertThat(fault.label()).isEqualTo("lossy");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"type\":\"dorp\"}|type|\"dorp\"|one of refuse, delay-handshake",
            "{\"type\":\"drop\",\"probabilty\":1}|probabilty|an unknown key|did you mean probability?",
            "{\"type\":\"drop\",\"probability\":2}|probability|2.0|a number above 0, up to 1",
            "{\"type\":\"latency\"}|delay|nothing|a duration such as 500ms",
            "{\"type\":\"latency\",\"delay\":100}|delay|100|text in quotes",
            "{\"type\":\"latency\",\"delay\":\"100\"}|delay|\"100\"|a duration such as 500ms",
            "{\"type\":\"drop\",\"match\":{\"everyNth\":0}}|match.everyNth|0|a whole number from 1",
            "{\"type\":\"drop\",\"match\":{\"pth\":\"/\"}}|match.pth|an unknown key|did you mean path?",
            "{\"type\":\"disconnect\",\"code\":1006}|code|1006|1000 to 1003",
            "{\"type\":\"black-hole\",\"match\":{\"opcode\":\"text\"}}|match.opcode|text|no such key for black-hole",
            "[]|``|no object|a JSON object",
            "{\"type\":\"drop\",\"type\":\"drop\"}|``|something that is not JSON|repeated"})
    void aFaultThatCannotBeIsRefusedWithKeyValueAndExpectation(String body, String key, String value, String expected) {
        ControlRig.Reply reply = rig.post("/api/v1/faults", body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/key")).isEqualTo(key);
        assertThat(reply.at("/value")).startsWith(value);
        assertThat(reply.at("/expected")).contains(expected);
        assertThat(staged.commands).isEmpty();
    }

    @Test
    void aFaultThatTheEngineForbidsIs400WithItsReason() {
        staged.answers = _ -> new Reply.Refused("It would break the compression of ws_1.");
        ControlRig.Reply reply = rig.post("/api/v1/faults", "{\"type\": \"drop\"}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/detail")).isEqualTo("It would break the compression of ws_1.");
    }

    @Test
    void armedFaultsAreListedInTheShapeTheyWereArmedInAndDisarmedById() {
        everythingIsDone();
        Fault fault = Fault.of(new EndingFault.IdleCut(Duration.ofSeconds(100))).called("edge");
        staged.faults = List.of(new FaultStatus(new ArmedFault("flt_9", fault, THEN), 3, THEN, null));
        JsonNode listed = rig.get("/api/v1/faults").json().at("/faults/0");
        assertThat(listed.at("/fault/type").asString()).isEqualTo("idle-cut");
        assertThat(listed.at("/fault/idle").asString()).isEqualTo("100s");
        assertThat(listed.get("fired").intValue()).isEqualTo(3);
        assertThat(rig.delete("/api/v1/faults/flt_9").at("/message")).isEqualTo("Done.");
        assertThat(rig.delete("/api/v1/faults").status()).isEqualTo(200);
        assertThat(staged.commands).containsExactly(new Command.DisarmFault("flt_9"), new Command.DisarmAll());
    }

    @Test
    void updatesThatWaitAreListedFlushedAndDropped() {
        everythingIsDone();
        staged.hmr = List.of(new HmrStatus("ws_1", "vite",
                List.of(new HmrStatus.Waiting("js-update", "/a.js", 2, THEN, THEN.plusSeconds(60))), false,
                List.of(new HmrStatus.Change(THEN, "css-update", "/a.css", Duration.ofMillis(12),
                        HmrStatus.Outcome.APPLIED)),
                new HmrStatus.BuildError(THEN, "Unexpected token", "/a.js", 3, 7, "", "")));
        JsonNode page = rig.get("/api/v1/hmr").json().at("/hmr/0");
        assertThat(page.at("/queue/0/path").asString()).isEqualTo("/a.js");
        assertThat(page.at("/history/0/applied").asString()).isEqualTo("12ms");
        assertThat(page.at("/error/line").intValue()).isEqualTo(3);
        assertThat(rig.post("/api/v1/hmr/ws_1/flush", null).status()).isEqualTo(200);
        assertThat(rig.delete("/api/v1/hmr/ws_1").status()).isEqualTo(200);
        assertThat(staged.commands).containsExactly(new Command.FlushHmr("ws_1"), new Command.DropHmr("ws_1"));
    }

    @Test
    void aLostUpstreamIsShownAndWhatAPersonDecidesReachesTheEngine() {
        String id = rig.openConnection("/echo");
        everythingIsDone();
        staged.connection = away(rig.engine.connection(id).orElseThrow());
        JsonNode shown = rig.get("/api/v1/connections/" + id).json();
        assertThat(shown.get("state").asString()).isEqualTo("upstream-away");
        assertThat(shown.at("/away/attempt").intValue()).isEqualTo(2);
        rig.post("/api/v1/connections/" + id + "/retry", null);
        rig.post("/api/v1/connections/" + id + "/give-up", null);
        rig.call("PUT", "/api/v1/connections/" + id + "/schedule", "{\"initialDelay\": \"2s\", \"maxAttempts\": 3}");
        rig.delete("/api/v1/sandboxes/abc123");
        assertThat(staged.commands).hasSize(4)
                .contains(new Command.RetryNow(id), new Command.GiveUp(id), new Command.CloseSandbox("abc123"));
        Command.ChangeSchedule change = (Command.ChangeSchedule) staged.commands.get(2);
        assertThat(change.schedule().initialDelay()).isEqualTo(Duration.ofSeconds(2));
        assertThat(change.schedule().maxAttempts()).isEqualTo(3);
        assertThat(change.schedule().multiplier()).isEqualTo(2);
        ControlRig.Reply wrong = rig.call("PUT", "/api/v1/connections/" + id + "/schedule", "{\"jitter\": 1.5}");
        assertThat(wrong.at("/expected")).isEqualTo("a number from 0.0 to 1.0");
    }

    private static Connection away(Connection c) {
        return new Connection(c.id(), Connection.State.UPSTREAM_AWAY, c.path(), c.query(), c.host(), c.subprotocol(),
                c.route(), c.upstreamUri(), "abc123", 3000, c.openedAt(), null, c.client(), c.upstream(),
                c.toUpstream(), c.toClient(),
                new Connection.Survival(1, 0, 0, 1,
                        new Connection.Away(dev.socketscope.engine.api.Leg.UPSTREAM, THEN, "refused", 2, 10, null),
                        "vite"),
                List.of("flt_9"), null, c.handshake());
    }

    @Test
    void roundTripsHaveACursor() {
        String id = rig.openConnection("/echo");
        staged.samples = List.of(new RttPage.Sample(1_000_000, 250),
                new RttPage.Sample(2_000_000, RttPage.Sample.NO_PONG));
        JsonNode page = rig.get("/api/v1/connections/" + id + "/rtt?leg=client").json();
        assertThat(page.at("/samples/0/micros").intValue()).isEqualTo(250);
        assertThat(page.at("/samples/1/at").asString()).isEqualTo("1970-01-01T00:00:02Z");
        assertThat(page.at("/samples/1").has("micros")).isFalse();
        assertThat(page.get("next").intValue()).isEqualTo(2);
        assertThat(page.at("/summary/unanswered").intValue()).isEqualTo(1);
        assertThat(page.at("/summary/p99Micros").intValue()).isEqualTo(250);
        assertThat(rig.get("/api/v1/connections/" + id + "/rtt?after=2").json().get("samples").isEmpty()).isTrue();
        assertThat(rig.get("/api/v1/connections/" + id + "/rtt?leg=upstream").json().get("samples").isEmpty()).isTrue();
    }

    @Test
    void serviceLevelsComeWithTheirTargets() {
        staged.levels = List.of(new ServiceLevel(ServiceLevel.Kind.PING_PONG, 97, 100, true),
                new ServiceLevel(ServiceLevel.Kind.MESSAGE_LATENCY, Double.NaN, 0, false));
        JsonNode levels = rig.get("/api/v1/engine").json().get("serviceLevels");
        assertThat(levels.at("/0/kind").asString()).isEqualTo("ping-pong");
        assertThat(levels.at("/0/good").booleanValue()).isFalse();
        assertThat(levels.at("/1").has("value")).isFalse();
    }

    @Test
    void anErrorOfTheEngineItselfTellsTheCallerNothingOfItsInside() {
        staged.answers = _ -> {
            throw new IllegalArgumentException("secret inside");
        };
        ControlRig.Reply reply = rig.delete("/api/v1/faults");
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.answer().body()).doesNotContain("secret inside");
    }
}
