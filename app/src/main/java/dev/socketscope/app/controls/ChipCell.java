package dev.socketscope.app.controls;

import java.util.function.Function;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A kind or an outcome as a chip. */
public final class ChipCell<T> extends TableCell<T, T> {
    private final Chip chip = new Chip();
    private final Function<T, String> text;
    private final Function<T, String> tone;

    /** @param tone as {@link Chip#show} takes it */
    public ChipCell(Function<T, String> text, Function<T, String> tone) {
        this.text = text;
        this.tone = tone;
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        chip.show(text.apply(item), tone.apply(item));
        setAccessibleText(chip.text());
        setGraphic(chip);
    }
}
