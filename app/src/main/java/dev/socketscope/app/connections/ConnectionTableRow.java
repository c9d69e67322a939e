package dev.socketscope.app.connections;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;

/** A row with the menu of what can be done to its connection. */
final class ConnectionTableRow extends TableRow<ConnectionRow> {
    private final ContextMenu menu;

    ConnectionTableRow(ContextMenu menu) {
        this.menu = menu;
    }

    @Override
    protected void updateItem(@Nullable ConnectionRow item, boolean empty) {
        super.updateItem(item, empty);
        setContextMenu(empty ? null : menu);
    }
}
