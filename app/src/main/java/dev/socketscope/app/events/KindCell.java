package dev.socketscope.app.events;

import dev.socketscope.app.controls.Chip;
import dev.socketscope.engine.api.Event;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** The kind of an event as a chip. */
final class KindCell extends TableCell<Event, Event> {
    private final Chip chip = new Chip();

    @Override
    protected void updateItem(@Nullable Event item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        String title = EventKind.of(item).title();
        chip.show(title, EventKind.tone(item));
        setAccessibleText(title);
        setGraphic(chip);
    }
}
