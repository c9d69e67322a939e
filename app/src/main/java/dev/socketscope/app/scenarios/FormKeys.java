package dev.socketscope.app.scenarios;

import dev.socketscope.engine.config.ScenarioForm;
import dev.socketscope.engine.scenario.Expectation;
import dev.socketscope.engine.scenario.Scenario;
import dev.socketscope.engine.scenario.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * Which keys a form offers, as a file spells them. What a part of a scenario says comes from the engine's own writer; here stands only what
 * may be absent.
 *
 * @param first shown always, each with its text, which may be empty
 * @param more shown when somebody wants them
 */
record FormKeys(SequencedMap<String, String> first, SequencedMap<String, String> more) {
    private static final List<String> SCOPE = List.of("path", "route", "sandbox", "connection");
    private static final List<String> OCCASION = List.of("arm.probability", "arm.count", "arm.after", "arm.seed",
            "arm.match.direction", "arm.match.opcode", "arm.match.text", "arm.match.everyNth", "arm.match.skip");

    static FormKeys of(Step step) {
        return switch (step) {
            case Step.Arm arm -> arm(arm);
            case Step.Disarm _ -> of(ScenarioForm.of(step), List.of(), List.of());
            case Step.Cut _ -> of(ScenarioForm.of(step), List.of("cut.for"), scope("cut.match."));
            case Step.Preset _ -> of(ScenarioForm.of(step), List.of("for"), scope("match."));
            case Step.Inject _ -> of(ScenarioForm.of(step), List.of(), scope("inject.match."));
        };
    }

    static FormKeys of(Expectation expectation) {
        return of(ScenarioForm.of(expectation), List.of(), List.of());
    }

    static FormKeys of(Scenario scenario) {
        SequencedMap<String, String> texts = ScenarioForm.of(scenario);
        texts.putFirst("about", scenario.about());
        return of(texts, List.of("length"), scope("match."));
    }

    private static FormKeys arm(Step.Arm arm) {
        List<String> first = new ArrayList<>();
        if (StepTimes.canLast(arm)) {
            first.add("arm.duration");
        }
        first.addAll(switch (arm.fault().spec().type()) {
            case FLAP -> List.of("arm.cycles", "arm.label");
            case MAP -> List.of("arm.text", "arm.base64", "arm.label");
            default -> List.of("arm.label");
        });
        return of(ScenarioForm.of(arm), first,
                Stream.concat(scope("arm.match.").stream(), OCCASION.stream()).toList());
    }

    private static FormKeys of(SequencedMap<String, String> texts, List<String> optional, List<String> more) {
        SequencedMap<String, String> first = new LinkedHashMap<>(texts);
        SequencedMap<String, String> rest = new LinkedHashMap<>();
        for (String key : more) {
            String text = first.remove(key);
            rest.put(key, text == null ? "" : text);
        }
        optional.forEach(key -> first.putIfAbsent(key, ""));
        return new FormKeys(first, rest);
    }

    private static List<String> scope(String prefix) {
        return SCOPE.stream().map(prefix::concat).toList();
    }
}
