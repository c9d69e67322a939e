package dev.socketscope.app.scenarios;

import dev.socketscope.app.controls.Chip;
import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Keys;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.scenarios.Runs.State;
import dev.socketscope.engine.scenario.Texts;
import java.time.Duration;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** Plays, holds and ends; says how far it is. */
final class RunBar extends FitLine {
    private final Runs runs;
    private final Button run = new Button(Strings.of("scenarios.run"), Icons.of(Feather.PLAY));
    private final Button pause = new Button("", Icons.of(Feather.PAUSE));
    private final Button stop = new Button(Strings.of("scenarios.stop"), Icons.of(Feather.SQUARE));
    private final Chip chip = new Chip();
    private String shown = "";

    /** @param play runs what is shown */
    RunBar(Runs runs, Runnable play) {
        this.runs = runs;
        getStyleClass().add("run-bar");
        run.setId("scenario-run");
        run.getStyleClass().add("accent");
        run.setTooltip(new Tooltip(Strings.of("scenarios.run.tooltip", Keys.hint("R"))));
        run.setOnAction(e -> play.run());
        pause.setId("scenario-pause");
        pause.setTooltip(new Tooltip(Strings.of("scenarios.pause.tooltip")));
        pause.setOnAction(e -> runs.pause());
        stop.setId("scenario-stop");
        stop.setTooltip(new Tooltip(Strings.of("scenarios.stop.tooltip")));
        stop.setOnAction(e -> runs.stop());
        for (Button each : new Button[]{run, pause, stop}) {
            each.setMinWidth(Region.USE_PREF_SIZE);
            each.managedProperty().bind(each.visibleProperty());
        }
        chip.setId("scenario-state");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.managedProperty().bind(chip.visibleProperty());
        getChildren().addAll(chip, run, pause, stop);
        runs.state().subscribe(this::offer);
        runs.clock().subscribe((before, now) -> tell());
    }

    /**
     * What is shown now.
     *
     * @param possible whether it can be played
     */
    void show(String name, boolean possible) {
        shown = name;
        run.setDisable(!possible);
        tell();
    }

    private void offer(State state) {
        run.setVisible(state == State.IDLE);
        pause.setVisible(state == State.RUNNING || state == State.PAUSED);
        stop.setVisible(state != State.IDLE);
        stop.setDisable(state == State.STOPPING);
        boolean paused = state == State.PAUSED;
        pause.setText(Strings.of(paused ? "scenarios.resume" : "scenarios.pause"));
        pause.setGraphic(Icons.of(paused ? Feather.PLAY : Feather.PAUSE));
        chip.setVisible(state != State.IDLE);
        tell();
    }

    /** Apart from the buttons, because the clock moves many times a second. */
    private void tell() {
        State state = runs.state().get();
        Duration clock = runs.clock().get();
        Playing playing = runs.now().get();
        if (playing != null && state != State.IDLE) {
            String at = clock == null ? "" : Texts.span(Duration.ofMillis(clock.toMillis() / 100 * 100));
            String name = playing.scenario().name();
            chip.show((name.equals(shown) ? "" : name + ": ")
                    + Strings.of("scenarios.state." + state.name().toLowerCase(Locale.ROOT), at),
                    state == State.PAUSED ? "held" : state == State.RUNNING ? "open" : "quiet");
        }
    }
}
