package dev.socketscope.app.controls;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** A text that is told whole by its tooltip where there is too little room for it. */
public final class WordsCell<T> extends TableCell<T, String> {
    private final Tooltip whole = new Tooltip();

    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
        super.updateItem(item, empty);
        String text = empty || item == null ? "" : item;
        setText(Shorten.line(text));
        whole.setText(Shorten.tooltip(text));
        setTooltip(text.isEmpty() ? null : whole);
    }
}
