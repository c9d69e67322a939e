package dev.socketscope.app.connections;

import dev.socketscope.app.controls.Chip;
import dev.socketscope.app.live.LiveConnection;

/** The state as a coloured chip. */
final class StateCell extends LineCell {
    private final Chip chip = new Chip();

    @Override
    void show(LiveConnection connection) {
        Phase phase = Phase.of(connection.connection());
        chip.show(phase.text(), phase.tone());
        setAccessibleText(phase.text());
        setGraphic(chip);
    }
}
