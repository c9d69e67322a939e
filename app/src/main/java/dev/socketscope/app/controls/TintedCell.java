package dev.socketscope.app.controls;

import java.util.function.Function;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A text whose colour says what it means. */
final class TintedCell<T> extends TableCell<T, T> {
    private final Function<T, String> text;
    private final Function<T, String> tone;
    private final ToneClass shown = new ToneClass(this);

    /** @param tone gives a style class */
    TintedCell(Function<T, String> text, Function<T, String> tone) {
        this.text = text;
        this.tone = tone;
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        setText(empty || item == null ? "" : text.apply(item));
        shown.show(empty || item == null ? "" : tone.apply(item));
    }
}
