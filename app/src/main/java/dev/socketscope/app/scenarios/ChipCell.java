package dev.socketscope.app.scenarios;

import dev.socketscope.app.controls.Chip;
import dev.socketscope.app.controls.Strings;
import java.util.function.Function;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** What an expectation came to, in colour. */
final class ChipCell<T> extends TableCell<T, T> {
    private final Chip chip = new Chip();
    private final Function<T, String> outcome;

    /** @param outcome {@code passed}, {@code failed} or {@code not-observed} */
    ChipCell(Function<T, String> outcome) {
        this.outcome = outcome;
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        setGraphic(empty || item == null ? null : chip);
        if (item != null && !empty) {
            String is = outcome.apply(item);
            chip.show(Strings.of("scenarios." + is),
                    is.equals("passed") ? "open" : is.equals("failed") ? "broken" : "held");
            setAccessibleText(chip.text());
        }
    }
}
