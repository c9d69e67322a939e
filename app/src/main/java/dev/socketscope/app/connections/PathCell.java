package dev.socketscope.app.connections;

import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Secrets;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** Path and query; the tooltip has the whole URL. Values of tokens are hidden in both. */
final class PathCell extends TableCell<ConnectionRow, LiveConnection> {
    private final Tooltip tooltip = new Tooltip();

    PathCell() {
        getStyleClass().add("data");
    }

    @Override
    protected void updateItem(@Nullable LiveConnection item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setText(null);
            setTooltip(null);
            return;
        }
        Connection connection = item.connection();
        String query = connection.query() == null ? "" : "?" + Secrets.maskQuery(connection.query());
        setText(connection.path() + query);
        tooltip.setText(ConnectionTexts.url(connection));
        setTooltip(tooltip);
    }
}
