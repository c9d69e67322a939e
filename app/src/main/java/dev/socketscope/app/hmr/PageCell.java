package dev.socketscope.app.hmr;

import dev.socketscope.app.controls.Chip;
import dev.socketscope.app.controls.Shorten;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.HmrStatus;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A page in the list: its socket's path and what is to be said of it; below, connection, dialect and where the page is. */
final class PageCell extends ListCell<Page> {
    private final Label path = new Label();
    private final Label more = new Label();
    private final Chip chip = new Chip();
    private final Tooltip tooltip = new Tooltip();
    private final VBox box;

    PageCell() {
        path.getStyleClass().add("data");
        path.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(path, Priority.ALWAYS);
        chip.setMinWidth(Region.USE_PREF_SIZE);
        more.getStyleClass().addAll("muted", "page-more");
        HBox line = new HBox(path, chip);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("section-head");
        box = new VBox(line, more);
        // As wide as the list, however long the path is.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Page item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        path.setText(Shorten.line(item.path().isEmpty() ? item.id() : item.path()));
        more.setText(String.join(" · ", item.id(), item.status().dialect(), item.client()));
        tell(item.status());
        tooltip.setText(path.getText() + "\n" + more.getText());
        setTooltip(tooltip);
        setAccessibleText(path.getText() + " " + more.getText() + " " + chip.text());
        setGraphic(box);
    }

    private void tell(HmrStatus status) {
        if (status.error() != null) {
            chip.show(Strings.of("hmr.chip.error"), "broken");
        } else if (status.fullReloadNeeded()) {
            chip.show(Strings.of("hmr.chip.reload"), "held");
        } else if (status.queue().isEmpty()) {
            chip.show(Strings.of("hmr.chip.fine"), "open");
        } else {
            chip.show(Strings.of("hmr.chip.waiting", Units.count(status.queue().size())), "held");
        }
    }
}
