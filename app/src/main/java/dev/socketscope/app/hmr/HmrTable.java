package dev.socketscope.app.hmr;

import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.ChipCell;
import dev.socketscope.app.controls.Sight;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.WordsCell;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** A table that is as high as its rows while they are few. A higher one would make nodes for each of hundreds that nobody sees. */
final class HmrTable<T> {
    private static final double HEAD = 34;
    private static final int LEAST_ROWS = 2;
    private static final int MOST_ROWS = 12;
    private static final double SCROLL_BAR = 18;
    private static final double NARROW = 520;

    private final TableView<T> table = new TableView<>();
    private final Appearance appearance;

    /** @param name for whoever cannot see it */
    HmrTable(String id, String name, String placeholder, Appearance appearance) {
        this.appearance = appearance;
        table.setId(id);
        table.setAccessibleText(name);
        table.setPlaceholder(new Label(placeholder));
        table.fixedCellSizeProperty().bind(appearance.rowHeight());
        table.widthProperty().subscribe((before, now) -> fit(now.doubleValue()));
        appearance.rowHeight().subscribe(height -> beAsHighAsRows());
    }

    TableView<T> node() {
        return table;
    }

    HmrTable<T> chip(String key, double width, Function<T, String> text, Function<T, String> tone) {
        TableColumn<T, T> column = new TableColumn<>(Strings.of(key));
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(c -> new ChipCell<>(text, tone));
        return add(column, width);
    }

    HmrTable<T> text(String key, double width, Function<T, String> text, String... styles) {
        TableColumn<T, String> column = new TableColumn<>(Strings.of(key));
        column.getStyleClass().addAll(styles);
        column.setCellValueFactory(features -> new ReadOnlyStringWrapper(text.apply(features.getValue())));
        column.setCellFactory(c -> new WordsCell<>());
        return add(column, width);
    }

    void show(List<T> rows) {
        if (!rows.equals(table.getItems())) {
            table.getItems().setAll(rows);
            beAsHighAsRows();
        }
    }

    /** Draws rows anew of which some columns tell of the time. */
    void tick() {
        if (!table.getItems().isEmpty() && Sight.isShown(table)) {
            table.refresh();
        }
    }

    private void beAsHighAsRows() {
        int rows = Math.clamp(table.getItems().size(), LEAST_ROWS, MOST_ROWS);
        double height = HEAD + rows * appearance.rowHeight().get() + 2;
        table.setMinHeight(Math.min(height, 160));
        table.setPrefHeight(height);
    }

    private HmrTable<T> add(TableColumn<T, ?> column, double width) {
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        table.getColumns().add(column);
        return this;
    }

    /** The second column takes the rest; the last one goes when there is too little. */
    private void fit(double width) {
        table.getColumns().getLast().setVisible(width >= NARROW);
        double others = 0;
        for (int i = 0; i < table.getColumns().size(); i++) {
            others += i == 1 || !table.getColumns().get(i).isVisible() ? 0 : table.getColumns().get(i).getWidth();
        }
        table.getColumns().get(1).setPrefWidth(Math.max(120, width - others - SCROLL_BAR));
    }
}
