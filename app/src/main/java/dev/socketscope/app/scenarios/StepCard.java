package dev.socketscope.app.scenarios;

import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.api.FaultType;
import dev.socketscope.engine.api.Names;
import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.config.ScenarioForm;
import dev.socketscope.engine.scenario.Scenario;
import dev.socketscope.engine.scenario.Step;
import java.util.SequencedMap;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What the chosen step says, key by key. */
final class StepCard extends VBox {
    private static final String TYPE = "arm.type";

    private final TimelineEditor timeline;
    private final KeyForm form = new KeyForm("step", this::set);
    private final Label title = new Label();
    private final Label none = new Label(Strings.of("scenarios.step.none"));
    private final HBox head;
    private @Nullable Document document;

    StepCard(TimelineEditor timeline) {
        this.timeline = timeline;
        getStyleClass().add("card");
        title.getStyleClass().add("section-title");
        none.getStyleClass().add("muted");
        none.setWrapText(true);
        none.managedProperty().bind(none.visibleProperty());
        form.managedProperty().bind(form.visibleProperty());
        head = new HBox(title, FitLine.gap(),
                Icons.button(Feather.COPY, Strings.of("scenarios.step.duplicate"),
                        () -> timeline.duplicated(Integer.toString(timeline.chosenStep().get()))),
                Icons.button(Feather.TRASH_2, Strings.of("scenarios.step.delete"),
                        () -> timeline.deleted(Integer.toString(timeline.chosenStep().get()))));
        head.getStyleClass().addAll("section-head", "card-head");
        getChildren().addAll(head, none, form);
        timeline.chosenStep().subscribe((before, now) -> refresh());
    }

    void show(Document now) {
        document = now;
        refresh();
    }

    private void refresh() {
        Step step = chosenStep();
        boolean there = step != null;
        none.setVisible(!there);
        form.setVisible(there);
        head.getChildren().stream().skip(2).forEach(button -> button.setVisible(there));
        title.setText(step == null ? Strings.of("scenarios.step") : StepWords.title(step));
        if (step != null) {
            form.show(FormKeys.of(step));
        }
    }

    private @Nullable Step chosenStep() {
        Scenario scenario = document == null ? null : document.scenario().get();
        int chosen = timeline.chosenStep().get();
        return scenario == null || chosen < 0 || chosen >= scenario.steps().size() ? null
                : scenario.steps().get(chosen);
    }

    /** Another type of fault has other keys, so it begins with values that make sense for it. */
    private void set(SequencedMap<String, String> texts, String changed) throws ConfigException {
        Step step = ScenarioForm.step(changed.equals(TYPE) ? another(texts) : texts);
        if (document != null) {
            document.edit(Edits.replace(timeline.chosenStep().get(), old -> step));
        }
    }

    private SequencedMap<String, String> another(SequencedMap<String, String> texts) throws ConfigException {
        FaultType type = Stream.of(FaultType.values())
                .filter(each -> Names.of(each).equals(texts.get(TYPE)))
                .findFirst()
                .orElseThrow();
        Step old = chosenStep();
        SequencedMap<String, String> sample = ScenarioForm
                .of(Samples.arm(type, old == null ? StepTimes.SHORTEST : old.at()));
        String label = texts.get("arm.label");
        if (label != null && !(old instanceof Step.Arm arm && label.equals(Names.of(arm.fault().spec().type())))) {
            sample.put("arm.label", label);
        }
        return sample;
    }
}
