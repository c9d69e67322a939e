package dev.socketscope.app.connections;

import dev.socketscope.app.controls.Chip;
import dev.socketscope.app.live.LiveConnection;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** The state as a coloured chip. */
final class StateCell extends TableCell<ConnectionRow, LiveConnection> {
    private final Chip chip = new Chip();

    @Override
    protected void updateItem(@Nullable LiveConnection item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        Phase phase = Phase.of(item.connection());
        chip.show(phase.text(), phase.tone());
        setAccessibleText(phase.text());
        setGraphic(chip);
    }
}
