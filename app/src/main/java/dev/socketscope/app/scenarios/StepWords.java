package dev.socketscope.app.scenarios;

import dev.socketscope.app.controls.ScheduleItem;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Tone;
import dev.socketscope.engine.api.Command.Mode;
import dev.socketscope.engine.config.ScenarioForm;
import dev.socketscope.engine.scenario.Scenario;
import dev.socketscope.engine.scenario.Step;
import dev.socketscope.engine.scenario.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is said about steps, and where they stand in a timeline. */
final class StepWords {
    /** What is said in other places, or says nothing. */
    private static final Set<String> ELSEWHERE = Set.of("at", "arm.type", "arm.label", "arm.after", "arm.duration",
            "arm.seed", "arm.distribution", "arm.match.everyNth", "arm.match.skip", "cut.for", "cut.code", "cut.reason",
            "for", "preset", "disarm", "arm.code", "arm.reason");

    private StepWords() {}

    /** One item for each step, known by its place, in the order of the file. */
    static List<ScheduleItem> items(Scenario scenario) {
        List<ScheduleItem> items = new ArrayList<>();
        for (int i = 0; i < scenario.steps().size(); i++) {
            items.add(item(scenario, scenario.steps().get(i), Integer.toString(i)));
        }
        return items;
    }

    private static ScheduleItem item(Scenario scenario, Step step, String key) {
        long begin = StepTimes.begin(step).toMillis();
        Optional<Duration> end = StepTimes.end(scenario, step);
        long last = StepTimes.instant(step) ? begin : end.map(Duration::toMillis).orElse(ScheduleItem.OPEN);
        return new ScheduleItem(key, title(step), note(step), text(step), words(step, end), begin,
                Math.max(begin, last), StepTimes.canLast(step) && !StepTimes.instant(step), tone(step));
    }

    static String title(Step step) {
        return switch (step) {
            case Step.Arm arm -> Strings.of("fault." + arm.fault().spec().type().wireName() + ".title");
            case Step.Disarm _ -> Strings.of("scenarios.kind.disarm");
            case Step.Cut _ -> Strings.of("scenarios.kind.cut");
            case Step.Preset preset -> Strings.of("hop." + preset.preset().wireName());
            case Step.Inject _ -> Strings.of("scenarios.kind.inject");
        };
    }

    private static String note(Step step) {
        return switch (step) {
            case Step.Arm arm -> arm.fault().label();
            case Step.Disarm disarm -> disarm.label();
            case Step.Preset _,Step.Cut _,Step.Inject _ -> "";
        };
    }

    /** The values that tell most, without their keys where they speak for themselves. */
    private static String text(Step step) {
        return ScenarioForm.of(step)
                .entrySet()
                .stream()
                .filter(entry -> !ELSEWHERE.contains(entry.getKey()) && !entry.getValue().isBlank()
                        && !entry.getValue().equals("[]"))
                .map(entry -> value(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(" · ")) + close(step);
    }

    private static String value(String key, String value) {
        return switch (key) {
            case "arm.jitter" -> "± " + value;
            case "arm.bytesPerSecond" -> value + " B/s";
            case "arm.every" -> Strings.of("scenarios.step.every", value);
            case "arm.probability" -> "p " + value;
            case "arm.count" -> Strings.of("scenarios.step.count", value);
            default -> value;
        };
    }

    private static String close(Step step) {
        return step instanceof Step.Cut cut && cut.mode() == Mode.CLOSE ? " " + cut.code() : "";
    }

    private static String words(Step step, Optional<Duration> end) {
        String line = Strings.of("scenarios.step.at", Texts.span(step.at()), title(step), note(step), text(step))
                .strip();
        return StepTimes.instant(step) ? line
                : line + end.map(at -> Strings.of("scenarios.step.until", Texts.span(at)))
                        .orElse(Strings.of("scenarios.step.open"));
    }

    private static Tone tone(Step step) {
        return switch (step) {
            case Step.Arm _ -> Tone.TRYING;
            case Step.Disarm _ -> Tone.GOOD;
            case Step.Cut _ -> Tone.BROKEN;
            case Step.Preset _ -> Tone.HELD;
            case Step.Inject _ -> Tone.WAITING;
        };
    }
}
