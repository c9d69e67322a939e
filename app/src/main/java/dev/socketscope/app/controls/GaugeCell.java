package dev.socketscope.app.controls;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A bar with its words to the right of it. */
final class GaugeCell<T> extends TableCell<T, Gauge> {
    private final ProgressBar bar = new ProgressBar();
    private final Label words = new Label();
    private final HBox box = new HBox(bar, words);

    GaugeCell() {
        box.getStyleClass().add("gauge");
        box.setAlignment(Pos.CENTER_LEFT);
        words.getStyleClass().add("figures");
        words.setMinWidth(Region.USE_PREF_SIZE);
        bar.setMinWidth(16);
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
    }

    @Override
    protected void updateItem(@Nullable Gauge item, boolean empty) {
        super.updateItem(item, empty);
        boolean nothing = empty || item == null;
        setGraphic(nothing ? null : box);
        if (item != null) {
            bar.setProgress(Math.clamp(item.share(), 0, 1));
            words.setText(item.words());
            setAccessibleText(item.words());
        }
    }
}
