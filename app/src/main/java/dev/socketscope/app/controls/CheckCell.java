package dev.socketscope.app.controls;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** A box that switches something of its row; whoever has no mouse does so by a key of the table. */
final class CheckCell<T> extends TableCell<T, T> {
    private final CheckBox box = new CheckBox();
    private final Predicate<T> on;
    private final Function<T, String> name;

    /** @param name of a row, for screen readers */
    CheckCell(Predicate<T> on, Function<T, String> name, Consumer<T> toggle) {
        this.on = on;
        this.name = name;
        box.setFocusTraversable(false);
        // The table may give its cells to other rows between the press and the release of a button: the press decides.
        box.setMouseTransparent(true);
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            T item = getItem();
            if (item != null && event.getButton() == MouseButton.PRIMARY) {
                toggle.accept(item);
                getTableView().requestFocus();
                event.consume();
            }
        });
        // Nor does it choose the row, which would make it stand out.
        addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                event.consume();
            }
        });
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        box.setSelected(on.test(item));
        box.setAccessibleText(name.apply(item));
        setGraphic(box);
    }
}
