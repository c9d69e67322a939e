package dev.socketscope.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketscope.engine.scenario.Expectation;
import dev.socketscope.engine.scenario.Scenario;
import dev.socketscope.engine.scenario.Step;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioWriterTest {
    private static final Iterable<String> SHIPPED = ShippedScenarios.NAMES;

    private static Scenario read(String text) throws ConfigException {
        return ScenarioReader.parse("s.yaml", "s", text);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void whatIsWrittenIsReadAsTheSame(long seed) throws ConfigException {
        RandomScenarios random = new RandomScenarios(seed);
        for (int i = 0; i < 25; i++) {
            Scenario scenario = random.next("s");
            String text = ScenarioWriter.write(scenario);
            assertThat(read(text)).as("seed %d, number %d:%n%s", seed, i, text).isEqualTo(scenario);
        }
    }

    @ParameterizedTest
    @FieldSource("SHIPPED")
    void theShippedOnesSurviveBeingWritten(String name) throws ConfigException {
        Scenario scenario = read(ShippedScenarios.text(name));

        assertThat(read(ScenarioWriter.write(scenario))).isEqualTo(scenario);
    }

    @Test
    void whatIsUsualIsLeftOut() throws ConfigException {
        String text = """
                about: "sits out: everything"
                seed: 7
                match: {path: /feed}
                length: 1m
                steps:
                  - {at: 1s, arm: {type: latency, delay: 75ms, match: {direction: to-client}, label: line}}
                  - {at: 2s, arm: {type: drop, probability: 0.1, seed: 1}}
                  - {at: 3s, cut: {}}
                  - {at: 3s, cut: {mode: rst, for: 500ms}}
                  - {at: 4s, preset: train, match: {path: /feed}, for: 10s}
                  - {at: 5s, inject: {direction: to-client, text: "{\\"a\\":1}"}}
                  - {at: 6s, disarm: line}
                expect:
                  - no-reload: true
                  - closes-with: [1001, 1012]
                  - {metric: "a_total{b=\\"c\\"}", op: ">=", value: 1}
                """;

        assertThat(ScenarioWriter.write(read(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void aFormHasEveryKeyAndGivesTheSameBack(long seed) throws ConfigException {
        RandomScenarios random = new RandomScenarios(seed);
        for (int i = 0; i < 25; i++) {
            Scenario scenario = random.next("s");
            assertThat(ScenarioForm.under(ScenarioForm.of(scenario), scenario)).isEqualTo(scenario);
            for (Step step : scenario.steps()) {
                assertThat(ScenarioForm.step(ScenarioForm.of(step))).as("seed %d", seed).isEqualTo(step);
            }
            for (Expectation expectation : scenario.expectations()) {
                assertThat(ScenarioForm.expectation(ScenarioForm.of(expectation))).isEqualTo(expectation);
            }
        }
    }

    @Test
    void aFormSaysWhichOfItsKeysIsWrong() throws ConfigException {
        Step step = read("steps: [{at: 1s, arm: {type: latency, delay: 1s}}]\nexpect: [{no-reload: true}]").steps()
                .getFirst();
        SequencedMap<String, String> form = ScenarioForm.of(step);
        assertThat(form).containsEntry("arm.delay", "1s").containsEntry("arm.distribution", "uniform");

        form.put("arm.delay", "soon");

        assertThatThrownBy(() -> ScenarioForm.step(form)).isInstanceOfSatisfying(ConfigException.class,
                e -> assertThat(e.problems()).singleElement()
                        .satisfies(problem -> {
                            assertThat(problem.key()).isEqualTo("arm.delay");
                            assertThat(problem.text()).startsWith("got \"soon\", expected a duration");
                        }));
    }

    @Test
    void aBlankFieldOfAFormIsAbsent() throws ConfigException {
        assertThat(ScenarioForm.step(Map.of("at", "1s", "preset", "train", "for", " ", "match.path", "")))
                .isEqualTo(ScenarioForm.step(Map.of("at", "1s", "preset", "train")));
    }
}
