package dev.socketscope.app.connections;

import dev.socketscope.app.connections.ConnectionsModel.Counts;
import dev.socketscope.app.connections.ConnectionsModel.Show;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import java.util.Locale;
import java.util.function.ToIntFunction;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import org.controlsfx.control.SegmentedButton;

/** All, live or closed connections, each with its number. */
final class PartButtons {
    PartButtons(SegmentedButton buttons, ConnectionsModel model, ConnectionTable table) {
        ToggleGroup group = new ToggleGroup();
        buttons.setToggleGroup(group);
        buttons.getButtons()
                .setAll(button(Show.ALL, Counts::total, model), button(Show.LIVE, Counts::live, model),
                        button(Show.CLOSED, Counts::closed, model));
        // Its own group lets go of a button that is clicked again, so it is replaced once the buttons are in.
        buttons.setToggleGroup(null);
        group.getToggles().setAll(buttons.getButtons());
        group.selectToggle(buttons.getButtons().getFirst());
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                table.change(() -> model.show((Show) now.getUserData()));
            }
        });
    }

    private static ToggleButton button(Show part, ToIntFunction<Counts> count, ConnectionsModel model) {
        String name = part.name().toLowerCase(Locale.ROOT);
        ToggleButton button = new ToggleButton();
        button.setId("part-" + name);
        button.setUserData(part);
        button.textProperty()
                .bind(model.counts()
                        .map(counts -> Strings.of("part." + name, Units.count(count.applyAsInt(counts)))));
        return button;
    }
}
