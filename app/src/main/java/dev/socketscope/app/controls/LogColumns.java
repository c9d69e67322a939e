package dev.socketscope.app.controls;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The columns of a table, their menu, and how a person left them. */
final class LogColumns<R> {
    private final TableView<Slot<R>> table;

    LogColumns(TableView<Slot<R>> table, List<LogColumn<R>> definitions) {
        this.table = table;
        table.setColumnResizePolicy(new LastColumnTakesRest());
        definitions.forEach(definition -> table.getColumns().add(definition.build()));
        table.getColumns().forEach(column -> column.setContextMenu(menu()));
    }

    List<ColumnState> states() {
        return table.getColumns()
                .stream()
                .map(c -> new ColumnState(c.getId(), c.getPrefWidth(), c.isVisible()))
                .toList();
    }

    void restore(List<ColumnState> states) {
        List<String> order = states.stream().map(ColumnState::id).toList();
        var columns = new ArrayList<>(table.getColumns());
        columns.sort(Comparator.comparingInt(c -> place(order, c.getId())));
        table.getColumns().setAll(columns);
        for (ColumnState state : states) {
            columns.stream().filter(c -> state.id().equals(c.getId())).forEach(column -> apply(state, column));
        }
    }

    void setVisible(String id, boolean visible) {
        table.getColumns().stream().filter(c -> id.equals(c.getId())).forEach(c -> c.setVisible(visible));
    }

    private static int place(List<String> order, String id) {
        return IntStream.range(0, order.size()).filter(i -> order.get(i).equals(id)).findFirst().orElse(order.size());
    }

    private static void apply(ColumnState state, TableColumn<?, ?> column) {
        column.setVisible(state.visible());
        column.setPrefWidth(Math.max(column.getMinWidth(), state.width()));
    }

    /** Right click on a title: which columns are shown. */
    private ContextMenu menu() {
        var menu = new ContextMenu();
        for (TableColumn<?, ?> column : table.getColumns()) {
            var item = new CheckMenuItem(String.valueOf(column.getUserData()));
            item.selectedProperty().bindBidirectional(column.visibleProperty());
            item.disableProperty().bind(column.visibleProperty().map(shown -> shown && shownColumns() == 1));
            menu.getItems().add(item);
        }
        return menu;
    }

    private long shownColumns() {
        return table.getColumns().stream().filter(TableColumn::isVisible).count();
    }
}
