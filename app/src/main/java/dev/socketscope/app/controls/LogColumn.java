package dev.socketscope.app.controls;

import java.util.function.Supplier;
import javafx.scene.control.TableColumn;

/**
 * A column of a {@link LogTable}.
 *
 * @param id known to saved preferences, and a style class of header and cells
 * @param title may be empty, then {@code help} names the column for menus and screen readers
 * @param help what the column says, in a few words
 * @param width pixels at first
 * @param minWidth pixels
 * @param cell makes a cell
 */
public record LogColumn<R>(String id, String title, String help, double width, double minWidth,
        Supplier<? extends LogCell<R>> cell) {

    TableColumn<Slot<R>, LogRow<R>> build() {
        var column = new TableColumn<Slot<R>, LogRow<R>>(title);
        column.setId(id);
        column.getStyleClass().add(id);
        column.setMinWidth(minWidth);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setUserData(title.isEmpty() ? help : title);
        column.setCellValueFactory(features -> features.getValue().rowProperty());
        column.setCellFactory(any -> cell.get());
        return column;
    }
}
