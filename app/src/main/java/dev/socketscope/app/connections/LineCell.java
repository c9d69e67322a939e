package dev.socketscope.app.connections;

import dev.socketscope.app.live.LiveConnection;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A cell that says something of a connection and, where there is a sum, of a group. */
abstract class LineCell extends TableCell<Line, Content> {
    /** What is said of a connection. */
    abstract void show(LiveConnection connection);

    /** What is said of a group; nothing unless a cell knows better. */
    void show(Totals group) {
        clear();
    }

    void clear() {
        setText(null);
        setGraphic(null);
        setTooltip(null);
        setAccessibleText(null);
    }

    @Override
    protected final void updateItem(@Nullable Content item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            clear();
            return;
        }
        switch (item) {
            case Content.One(LiveConnection connection) -> show(connection);
            case Totals group -> show(group);
        }
    }
}
