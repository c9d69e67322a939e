package dev.socketscope.app.controls;

import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a {@link LogTable}.
 *
 * @param <R> what a row is
 */
public abstract class LogCell<R> extends TableCell<Slot<R>, LogRow<R>> {
    private @Nullable LogRow<R> drawn;

    protected LogCell() {
        setEllipsisString("…");
    }

    @Override
    protected final void updateItem(@Nullable LogRow<R> row, boolean empty) {
        super.updateItem(row, empty);
        R item = empty || row == null ? null : row.item();
        if (row == null || item == null) {
            drawn = null;
            clear();
        } else if (!row.equals(drawn)) {
            drawn = row;
            show(row, item);
        }
    }

    /** Draws the row, whatever the cell showed before. */
    protected abstract void show(LogRow<R> row, R item);

    /** Draws nothing. */
    protected void clear() {
        setText(null);
    }
}
