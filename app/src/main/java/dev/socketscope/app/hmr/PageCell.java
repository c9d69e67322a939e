package dev.socketscope.app.hmr;

import dev.socketscope.app.controls.Chip;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.HmrStatus;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A page in the list: connection, dialect, and what is to be said of it. */
final class PageCell extends ListCell<HmrStatus> {
    private final Label id = new Label();
    private final Label dialect = new Label();
    private final Chip chip = new Chip();
    private final HBox line;

    PageCell() {
        id.getStyleClass().add("data");
        dialect.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        line = new HBox(id, dialect, gap, chip);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("section-head");
    }

    @Override
    protected void updateItem(@Nullable HmrStatus item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        id.setText(item.connection());
        dialect.setText(item.dialect());
        if (item.error() != null) {
            chip.show(Strings.of("hmr.chip.error"), "broken");
        } else if (item.queue().isEmpty()) {
            chip.show(Strings.of("hmr.chip.fine"), "open");
        } else {
            chip.show(Strings.of("hmr.chip.waiting", Units.count(item.queue().size())), "held");
        }
        setAccessibleText(item.connection() + " " + item.dialect() + " " + chip.text());
        setGraphic(line);
    }
}
