package dev.socketscope.app.faults;

import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.api.FaultStatus;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Ends the fault of its row. */
final class DisarmCell extends TableCell<FaultStatus, FaultStatus> {
    private final Button button;

    /** @param disarm gets the id of the fault */
    DisarmCell(Consumer<String> disarm) {
        button = Icons.button(Feather.X, Strings.of("faults.disarm"), () -> disarm.accept(getItem().armed().id()));
        button.getStyleClass().add("row-button");
    }

    @Override
    protected void updateItem(@Nullable FaultStatus item, boolean empty) {
        super.updateItem(item, empty);
        setGraphic(empty || item == null ? null : button);
    }
}
