package dev.socketscope.app.connections;

import dev.socketscope.app.controls.Shorten;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Secrets;
import javafx.scene.control.Tooltip;

/** Path and query; the tooltip has the whole URL. Values of tokens are hidden in both. */
final class PathCell extends LineCell {
    private final Tooltip tooltip = new Tooltip();

    PathCell() {
        getStyleClass().add("data");
    }

    @Override
    void show(LiveConnection item) {
        Connection connection = item.connection();
        String query = connection.query() == null ? "" : "?" + Secrets.maskQuery(connection.query());
        setText(Shorten.line(connection.path() + query));
        tooltip.setText(Shorten.tooltip(ConnectionTexts.url(connection)));
        setTooltip(tooltip);
    }
}
