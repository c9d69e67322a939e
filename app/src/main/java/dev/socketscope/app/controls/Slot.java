package dev.socketscope.app.controls;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One line of the window of a {@link LogTable}; rows pass through it. */
final class Slot<R> {
    private final ReadOnlyObjectWrapper<LogRow<R>> row;

    Slot(LogRow<R> first) {
        row = new ReadOnlyObjectWrapper<>(first);
    }

    ReadOnlyObjectProperty<LogRow<R>> rowProperty() {
        return row.getReadOnlyProperty();
    }

    LogRow<R> get() {
        return row.get();
    }

    /** Cells redraw only when the row differs from the one before. */
    void show(LogRow<R> shown) {
        if (!shown.equals(row.get())) {
            row.set(shown);
        }
    }
}
