package dev.socketscope.app.shell;

import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.Live;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/** Freezes the window, and says how much has been captured since. */
final class PauseButton {
    private final ToggleButton button;
    private final Live live;

    PauseButton(ToggleButton button, Live live) {
        this.button = button;
        this.live = live;
        button.selectedProperty().bindBidirectional(live.paused());
        live.paused().subscribe(paused -> {
            button.setGraphic(Icons.of(paused ? Feather.PLAY : Feather.PAUSE));
            button.setTooltip(
                    new Tooltip(Strings.of(paused ? "resume.tooltip" : "pause.tooltip", ShellKeys.PAUSE.text())));
            tell();
        });
        live.latest().subscribe(state -> tell());
    }

    private void tell() {
        if (!live.paused().get()) {
            button.setText(Strings.of("pause"));
            return;
        }
        long fresh = live.latest().get().counters().framesCaptured() - live.shown().get().counters().framesCaptured();
        button.setText(fresh == 0 ? Strings.of("resume")
                : Strings.of("resume") + " · " + Strings.of("resume.new", Units.count(fresh)));
    }
}
