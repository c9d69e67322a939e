package dev.socketscope.app.connections;

import dev.socketscope.app.live.LiveConnection;
import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** One line of text; what does not fit is in the tooltip. */
final class TextCell extends TableCell<ConnectionRow, LiveConnection> {
    private final Function<LiveConnection, String> text;
    private final Tooltip tooltip = new Tooltip();

    TextCell(Function<LiveConnection, String> text, String... styles) {
        this.text = text;
        getStyleClass().addAll(styles);
        tooltip.textProperty().bind(textProperty());
    }

    @Override
    protected void updateItem(@Nullable LiveConnection item, boolean empty) {
        super.updateItem(item, empty);
        String now = empty || item == null ? null : text.apply(item);
        setText(now);
        setTooltip(now == null || now.length() < 10 ? null : tooltip);
    }
}
