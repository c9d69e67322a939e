package dev.socketscope.app.controls;

import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/** A button that does something to its row. */
final class RowButtonCell<T> extends TableCell<T, T> {
    private final Button button;
    private final Predicate<T> useful;

    /** @param useful whether there is anything to do to a row */
    RowButtonCell(Ikon icon, String title, Predicate<T> useful, Consumer<T> action) {
        this.useful = useful;
        button = Icons.button(icon, title, () -> action.accept(getItem()));
        button.getStyleClass().add("row-button");
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        setGraphic(empty || item == null || !useful.test(item) ? null : button);
    }
}
