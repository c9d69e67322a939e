package dev.socketscope.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.FaultPreset;
import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.scenario.Expectation;
import dev.socketscope.engine.scenario.Scenario;
import dev.socketscope.engine.scenario.Step;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioReaderTest {
    private static final FaultMatch FEED = FaultMatch.ANY.onPath("/feed");

    private static Scenario read(String... lines) throws ConfigException {
        return ScenarioReader.parse("s.yaml", "s", String.join("\n", lines));
    }

    private static Duration s(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    @Test
    void readsEverythingThatAScenarioMaySay() throws ConfigException {
        Scenario scenario = read("about: proves it", "seed: 42", "match: {path: /feed}", "length: 1m", "steps:",
                "  - {at: 0s, arm: {type: drop, label: loss}}", "  - {at: 1s, arm: {type: drop, seed: 7}}",
                "  - {at: 2s, disarm: loss}", "  - {at: 3s, cut: {}}",
                "  - {at: 4s, cut: {match: {path: /feed}, leg: client, mode: close, code: 1012, reason: bye}}",
                "  - {at: 5s, cut: {mode: close, code: 1012, reason: off, for: 500ms}}", "  - {at: 6s, disarm: cut}",
                "  - {at: 7s, preset: mobile-3g, match: {path: /feed}, for: 10s}", "  - {at: 8s, disarm: mobile-3g}",
                "  - {at: 9s, inject: {direction: to-client, text: hello}}", "expect:", "  - reconnects-within: 10s",
                "  - no-message-lost: true", "  - no-reload: true", "  - closes-with: 1001",
                "  - closes-with: [1001, 1012]", "  - dead-peer-noticed-within: 50s",
                "  - {metric: 'websocket_messages_total{direction=\"sent\"}', op: '>=', value: 12.5}");

        Fault drop = Fault.of(new MessageFault.Drop());
        assertThat(scenario).isEqualTo(new Scenario("s", "proves it", 42, FEED, s(60),
                List.of(new Step.Arm(s(0), drop.called("loss"), false), new Step.Arm(s(1), drop.likely(1, 7), true),
                        new Step.Disarm(s(2), "loss"),
                        new Step.Cut(s(3), FaultMatch.ANY, Legs.BOTH, Mode.FIN, 1001, "", null),
                        new Step.Cut(s(4), FEED, Legs.CLIENT, Mode.CLOSE, 1012, "bye", null),
                        new Step.Cut(s(5), FaultMatch.ANY, Legs.BOTH, Mode.CLOSE, 1012, "off", Duration.ofMillis(500)),
                        new Step.Disarm(s(6), "cut"), new Step.Preset(s(7), FaultPreset.MOBILE_3G, FEED, s(10)),
                        new Step.Disarm(s(8), "mobile-3g"),
                        new Step.Inject(s(9), FaultMatch.ANY, Direction.TO_CLIENT, "hello")),
                List.of(new Expectation.ReconnectsWithin(s(10)), new Expectation.NoMessageLost(),
                        new Expectation.NoReload(), new Expectation.ClosesWith(List.of(1001)),
                        new Expectation.ClosesWith(List.of(1001, 1012)), new Expectation.DeadPeerNoticedWithin(s(50)),
                        new Expectation.Metric("websocket_messages_total{direction=\"sent\"}",
                                Expectation.Comparison.AT_LEAST, 12.5))));
    }

    @Test
    void expectationsAreWrittenBackAsTheyStood() throws ConfigException {
        assertThat(read("expect:", "  - reconnects-within: 1.5s", "  - closes-with: [1001, 1012]",
                "  - {metric: a_total, op: '<', value: 3}").expectations()).extracting(Expectation::text)
                .containsExactly("reconnects-within: 1.5s", "closes-with: [1001, 1012]", "metric: a_total < 3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{at: 5, cut: {}}|steps[0].at: got \"5\", expected a duration from 0s to 24h such as 500ms, 10s, 5m or 1h",
            "{cut: {}}|steps[0].at: missing, expected a duration from 0s to 24h such as 500ms, 10s, 5m or 1h",
            "{at: 5s}|steps[0]: got none, expected exactly one of arm, disarm, cut, preset, inject",
            "{at: 5s, cut: {}, disarm: a}|steps[0]: got disarm and cut, expected exactly one of arm, disarm, cut, preset, inject",
            "{at: 5s, cut: {cod: 1001}}|steps[0].cut.cod: got \"1001\" for an unknown key, expected one of for, match, leg, mode,"
                    + " code, reason; did you mean code?",
            "{at: 5s, cut: {mode: close, code: 1006}}|steps[0].cut.code: got 1006, expected 1000 to 1003, 1007 to 1014 or 3000 to"
                    + " 4999: no other may stand in a Close frame",
            "{at: 5s, cut: {match: {opcode: text}}}|steps[0].cut.match.opcode: got text, expected no such key for cut",
            "{at: 5s, arm: {type: latncy, delay: 1s}}|steps[0].arm.type: got \"latncy\", expected one of refuse, ",
            "{at: 5s, arm: {type: latency}}|steps[0].arm.delay: missing, expected a duration",
            "{at: 5s, disarm: a}|steps[0].disarm: got \"a\", expected the label of a step before it",
            "{at: 5s, preset: trian}|steps[0].preset: got \"trian\", expected one of home-wifi, train, ",
            "{at: 5s, inject: {direction: up, text: a}}|steps[0].inject.direction: got \"up\", expected one of to-upstream, to-client",
            "{at: 5s, preset: train, every: 3s}|steps[0].every: got \"3s\" for an unknown key, expected one of at, "})
    void aBadStepSaysWhereAndWhatWasExpected(String step, String message) {
        assertThatThrownBy(() -> read("expect: [{no-reload: true}]", "steps:", "  - " + step))
                .isInstanceOf(ConfigException.class)
                .message()
                .startsWith("s.yaml:3: " + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{no-reload: false}|expect[0].no-reload: got \"false\", expected true; leave the key out to expect nothing",
            "{closes-with: 999}|expect[0].closes-with: got \"999\", expected a whole number from 1000 to 4999",
            "{closes-with: []}|expect[0].closes-with: got an empty list, expected at least one close code",
            "{reconnects-within: soon}|expect[0].reconnects-within: got \"soon\", expected a duration from 1ms to 24h",
            "{metric: a b, op: '<', value: 1}|expect[0].metric: got \"a b\", expected a metric's name such as",
            "{metric: a, op: '=<', value: 1}|expect[0].op: got \"=<\", expected one of < <= == != >= >",
            "{metric: a, op: '<'}|expect[0].value: missing, expected a number such as 0 or 12.5"})
    void aBadExpectationSaysWhereAndWhatWasExpected(String expectation, String message) {
        assertThatThrownBy(() -> read("steps:", "  - {at: 1s, cut: {}}", "expect:", "  - " + expectation))
                .isInstanceOf(ConfigException.class)
                .message()
                .startsWith("s.yaml:4: " + message);
    }

    @Test
    void nothingExpectedIsAMistakeAndAllMistakesAreToldAtOnce() {
        assertThatThrownBy(() -> read("sed: 4", "steps: []")).hasMessageContaining(
                "s.yaml:1: sed: got \"4\" for an unknown key, expected one of about, seed, match, length, steps, expect;"
                        + " did you mean seed?")
                .hasMessageContaining("steps: got an empty list, expected a list with at least one element")
                .hasMessageContaining("expect: missing, expected a list with at least one of reconnects-within, ");
    }

    @Test
    void aLabelCountsOnlyFromItsStepOn() {
        assertThatThrownBy(() -> read("expect: [{no-reload: true}]", "steps:",
                "  - {at: 9s, arm: {type: drop, label: loss}}", "  - {at: 8s, disarm: loss}"))
                .hasMessage("s.yaml:4: steps[1].disarm: got \"loss\", expected the label of a step before it");
    }
}
