package dev.socketscope.engine.config;

import dev.socketscope.engine.scenario.Expectation;
import dev.socketscope.engine.scenario.Scenario;
import dev.socketscope.engine.scenario.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Parts of a scenario as a form has them: each key with its text. Keys below others are written with dots, as in messages:
 * {@code arm.match.path}. Lists stand in one text, as YAML on one line. What is blank is absent.
 */
public final class ScenarioForm {
    private static final Set<String> LISTS = Set.of("arm.headers", "closes-with");
    private static final Set<String> MAY_BE_BLANK = Set.of("arm.with", "arm.body");

    private ScenarioForm() {}

    /** Every key of a step that has a value. */
    public static SequencedMap<String, String> of(Step step) {
        return flat(ScenarioWriter.keys(step));
    }

    /** As {@link #of(Step)}. */
    public static SequencedMap<String, String> of(Expectation expectation) {
        return flat(ScenarioWriter.keys(expectation));
    }

    /** What concerns a scenario as a whole: {@code about}, {@code seed}, {@code match} and {@code length}. */
    public static SequencedMap<String, String> of(Scenario scenario) {
        return flat(ScenarioWriter.head(scenario));
    }

    /**
     * The same steps and expectations under another head.
     *
     * @throws ConfigException as {@link #step}
     */
    public static Scenario under(Map<String, String> head, Scenario scenario) throws ConfigException {
        Map<String, Object> keys = nested(head);
        keys.put("expect", List.of(ScenarioWriter.keys(scenario.expectations().getFirst())));
        Scenario read = ScenarioReader.parse("", scenario.name(), YamlText.flow(keys));
        return new Scenario(read.name(), read.about(), read.seed(), read.match(), read.length(), scenario.steps(),
                scenario.expectations());
    }

    /** @throws ConfigException when it is no step; the keys of its problems are those of the form */
    public static Step step(Map<String, String> texts) throws ConfigException {
        return StepReader.parse(nested(texts));
    }

    /** As {@link #step}. */
    public static Expectation expectation(Map<String, String> texts) throws ConfigException {
        return ExpectationReader.parse(nested(texts));
    }

    private static SequencedMap<String, String> flat(Map<String, Object> keys) {
        SequencedMap<String, String> texts = new LinkedHashMap<>();
        flatten("", keys, texts);
        return texts;
    }

    private static void flatten(String path, Map<?, ?> keys, Map<String, String> texts) {
        keys.forEach((key, value) -> {
            if (value instanceof Map<?, ?> below) {
                flatten(path + key + ".", below, texts);
            } else {
                texts.put(path + key, value instanceof String text ? text : YamlText.flow(value));
            }
        });
    }

    private static SequencedMap<String, Object> nested(Map<String, String> texts) {
        SequencedMap<String, Object> keys = new LinkedHashMap<>();
        texts.forEach((path, text) -> {
            if (!text.isBlank() || MAY_BE_BLANK.contains(path)) {
                put(keys, List.of(path.split("\\.")), LISTS.contains(path) ? new YamlText.Raw(text) : text);
            }
        });
        return keys;
    }

    // Mappings below are made here, with texts as keys.
    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> keys, List<String> path, Object value) {
        if (path.size() == 1) {
            keys.put(path.getFirst(), value);
        } else {
            put((Map<String, Object>) keys.computeIfAbsent(path.getFirst(), key -> new LinkedHashMap<String, Object>()),
                    path.subList(1, path.size()), value);
        }
    }
}
