package dev.socketscope.app.shell;

import dev.socketscope.app.actions.Undoing;
import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.Live;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.FaultStatus;
import dev.socketscope.engine.api.Reply;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** Says on every panel that faults are armed, and ends all of them at once. */
final class FaultPill {
    private final Button armed;
    private final Button disarm;

    /** @param open shows what is armed */
    FaultPill(Button armed, Button disarm, Live live, Undoing undoing, Runnable open) {
        this.armed = armed;
        this.disarm = disarm;
        armed.setGraphic(Icons.of(Feather.ZAP));
        armed.setTooltip(new Tooltip(Strings.of("armed.tooltip")));
        armed.setMinWidth(Region.USE_PREF_SIZE);
        armed.setOnAction(e -> open.run());
        disarm.setTooltip(new Tooltip(Strings.of("disarm.tooltip", ShellKeys.PANIC.text())));
        disarm.setMinWidth(Region.USE_PREF_SIZE);
        disarm.setOnAction(e -> disarm(live, undoing));
        armed.managedProperty().bind(armed.visibleProperty());
        disarm.managedProperty().bind(disarm.visibleProperty());
        live.latest().subscribe(state -> show(state.readings().faults().size()));
    }

    private void disarm(Live live, Undoing undoing) {
        List<FaultStatus> before = live.latest().get().readings().faults();
        live.submit(new Command.DisarmAll(), reply -> {
            if (!before.isEmpty() && !(reply instanceof Reply.Refused)) {
                undoing.done(armed, before.size() == 1 ? Strings.of("undo.disarmed.single")
                        : Strings.of("undo.disarmed", Units.count(before.size())),
                        () -> live.armAgain(before));
            }
        });
    }

    private void show(int faults) {
        armed.setVisible(faults > 0);
        disarm.setVisible(faults > 0);
        armed.setText(faults == 1 ? Strings.of("armed.one") : Strings.of("armed", Units.count(faults)));
    }
}
