package dev.socketscope.app.connections;

import dev.socketscope.app.controls.Strings;
import java.util.List;
import java.util.function.Supplier;
import javafx.collections.ObservableList;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

/** A column of the table of connections, which knows how it orders them. Where groups stand is not for columns to say. */
final class ConnectionColumn extends TableColumn<Line, Content> {
    private static final double NARROWEST = 44;

    private final KeyOrder<?> order;

    ConnectionColumn(String id, double width, KeyOrder<?> order, Supplier<TableCell<Line, Content>> cell) {
        super(Strings.of("column." + id));
        this.order = order;
        setId(id);
        setPrefWidth(width);
        setMinWidth(NARROWEST);
        setCellValueFactory(features -> features.getValue().content());
        setCellFactory(c -> cell.get());
    }

    /** What a person wants by clicks on the titles of columns, the one that counts most first. */
    static List<KeyOrder<?>> orders(ObservableList<TableColumn<Line, ?>> columns) {
        return columns.stream()
                .filter(ConnectionColumn.class::isInstance)
                .map(ConnectionColumn.class::cast)
                .<KeyOrder<?>>map(ConnectionColumn::wanted)
                .toList();
    }

    private KeyOrder<?> wanted() {
        return getSortType() == SortType.DESCENDING ? order.reversed() : order;
    }
}
