package dev.socketscope.app.controls;

import java.util.function.BiConsumer;
import java.util.function.Predicate;
import javafx.scene.control.TableRow;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** A row whose selection follows its content, not its place. */
final class LogTableRow<R> extends TableRow<Slot<R>> {
    private final Predicate<LogRow<R>> chosen;

    /** @param pressed told when the mouse goes down on a row */
    LogTableRow(Predicate<LogRow<R>> chosen, BiConsumer<LogRow<R>, MouseEvent> pressed) {
        this.chosen = chosen;
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> press(pressed, event));
        itemProperty().flatMap(Slot::rowProperty).subscribe(any -> mark());
    }

    private void press(BiConsumer<LogRow<R>, MouseEvent> pressed, MouseEvent event) {
        Slot<R> slot = getItem();
        if (slot == null || slot.get().item() == null) {
            return;
        }
        boolean forMenu = event.getButton() == MouseButton.SECONDARY && isSelected();
        if (!forMenu) {
            pressed.accept(slot.get(), event);
        }
        getTableView().requestFocus();
        event.consume();
    }

    /** Shows whether the row is chosen now. */
    void mark() {
        updateSelected(true);
    }

    @Override
    public void updateSelected(boolean ignored) {
        Slot<R> slot = getItem();
        super.updateSelected(slot != null && slot.get().item() != null && chosen.test(slot.get()));
    }
}
