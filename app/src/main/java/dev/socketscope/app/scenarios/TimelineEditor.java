package dev.socketscope.app.scenarios;

import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.ScheduleActions;
import dev.socketscope.app.controls.ScheduleChart;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.scenario.Scenario;
import dev.socketscope.engine.scenario.Step;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The steps of a document as a timeline. */
final class TimelineEditor extends VBox implements ScheduleActions {
    private static final Duration LATER = Duration.ofSeconds(1);
    private static final double NOTCH = 1.4;

    private final ScheduleChart chart;
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(-1);
    private final ContextMenu menu = new ContextMenu();
    private @Nullable Document document;

    TimelineEditor() {
        chart = new ScheduleChart(Strings.of("scenarios.timeline"), this);
        chart.setId("scenario-timeline");
        Label hint = new Label(Strings.of("scenarios.timeline.hint"));
        hint.getStyleClass().addAll("muted", "scenario-hint");
        Button add = Icons.button(Feather.PLUS, Strings.of("scenarios.add"), this::addLast);
        add.setId("scenario-add");
        FitLine tools = new FitLine(add, hint, FitLine.gap(),
                Icons.button(Feather.ZOOM_OUT, Strings.of("scenarios.zoom.out"), () -> chart.zoom(NOTCH)),
                Icons.button(Feather.ZOOM_IN, Strings.of("scenarios.zoom.in"), () -> chart.zoom(1 / NOTCH)),
                Icons.button(Feather.MAXIMIZE_2, Strings.of("scenarios.zoom.fit"), chart::fit));
        tools.mayShrink(hint, 60);
        HBox.setHgrow(hint, Priority.SOMETIMES);
        tools.getStyleClass().add("scenario-tools");
        VBox.setVgrow(chart, Priority.ALWAYS);
        getChildren().addAll(tools, chart);
    }

    /** Which step is chosen; below 0 for none. */
    ReadOnlyIntegerProperty chosenStep() {
        return chosen.getReadOnlyProperty();
    }

    /** Another document, or the same one that says something else now. */
    void show(Document now) {
        if (now != document) {
            chosen.set(-1);
        }
        document = now;
        Scenario scenario = now.scenario().get();
        int steps = scenario == null ? 0 : scenario.steps().size();
        if (chosen.get() >= steps) {
            chosen.set(-1);
        }
        chart.setDisable(!now.readable().get());
        chart.show(scenario == null ? List.of() : StepWords.items(scenario),
                scenario == null || scenario.length() == null ? 0 : scenario.length().toMillis());
        chart.choose(chosen.get() < 0 ? "" : Integer.toString(chosen.get()));
    }

    /** @param clock where the steps' clock stands; null when it is not running */
    void playHead(@Nullable Duration clock) {
        chart.playHead(clock == null ? -1 : clock.toMillis());
    }

    @Override
    public void chosen(String key) {
        chosen.set(key.isEmpty() ? -1 : Integer.parseInt(key));
    }

    /** A fault that begins some time after its step is dragged with what lies between. */
    @Override
    public void moved(String key, long begin) {
        Step step = step(key);
        if (step != null) {
            Duration at = Duration.ofMillis(begin).minus(StepTimes.begin(step)).plus(step.at());
            edit(Edits.move(Integer.parseInt(key), at));
        }
    }

    @Override
    public void resized(String key, long end) {
        Step step = step(key);
        if (step != null) {
            Duration time = Duration.ofMillis(end).minus(StepTimes.begin(step));
            edit(Edits.last(Integer.parseInt(key), time));
        }
    }

    @Override
    public void deleted(String key) {
        edit(Edits.delete(Integer.parseInt(key)));
    }

    @Override
    public void duplicated(String key) {
        int copy = Integer.parseInt(key) + 1;
        edit(Edits.duplicate(copy - 1, LATER));
        choose(copy);
    }

    @Override
    public void add(long at, double screenX, double screenY) {
        Scenario scenario = scenario();
        if (scenario != null) {
            menu.getItems().setAll(new AddMenu(Duration.ofMillis(at), this::add).items(scenario));
            menu.show(chart, screenX, screenY);
        }
    }

    /** After everything that there is, where the button stands. */
    private void addLast() {
        Scenario scenario = scenario();
        if (scenario != null) {
            Duration last = scenario.steps().stream().map(Step::at).max(Duration::compareTo).orElse(Duration.ZERO);
            Point2D place = chart.localToScreen(0, 0);
            add(last.plus(LATER).toMillis(), place.getX(), place.getY());
        }
    }

    private void add(Step step) {
        edit(Edits.add(step));
        Scenario scenario = scenario();
        if (scenario != null) {
            choose(scenario.steps().size() - 1);
        }
    }

    private void choose(int step) {
        chosen.set(step);
        chart.choose(Integer.toString(step));
    }

    private @Nullable Scenario scenario() {
        return document == null ? null : document.scenario().get();
    }

    private @Nullable Step step(String key) {
        Scenario scenario = scenario();
        int place = Integer.parseInt(key);
        return scenario == null || place >= scenario.steps().size() ? null : scenario.steps().get(place);
    }

    private void edit(UnaryOperator<Scenario> change) {
        if (document != null) {
            document.edit(change);
        }
    }
}
