package dev.socketscope.app.scenarios;

import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.ChipCell;
import dev.socketscope.app.controls.ColumnFit;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.WordsCell;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** A table of what came out of a run: texts, and ids of connections that lead to them. */
final class ResultTable<T> {
    /** More ids than these are only counted in a cell. */
    private static final int MOST_LINKS = 6;

    private final TableView<T> table = new TableView<>();
    private final String id;

    ResultTable(String id, Appearance appearance) {
        this.id = id;
        table.setId("results-" + id);
        table.setAccessibleText(Strings.of("scenarios.tab." + id));
        table.fixedCellSizeProperty().bind(appearance.rowHeight());
        table.setPlaceholder(new Label(Strings.of("scenarios.nothing." + id)));
    }

    TableView<T> node() {
        return table;
    }

    ResultTable<T> text(String column, double width, Function<T, String> text, String... styles) {
        TableColumn<T, String> added = new TableColumn<>();
        added.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        added.setCellFactory(any -> new WordsCell<>());
        add(added, column, width, styles);
        return this;
    }

    ResultTable<T> chip(String column, double width, Function<T, String> text, Function<T, String> tone) {
        TableColumn<T, T> added = new TableColumn<>();
        added.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        added.setCellFactory(any -> new ChipCell<>(text, tone));
        add(added, column, width);
        return this;
    }

    /** @param show gets the id that a person wants to see */
    ResultTable<T> links(String column, double width, Function<T, List<String>> ids, Consumer<String> show) {
        TableColumn<T, List<String>> added = new TableColumn<>();
        added.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(ids.apply(row.getValue())));
        added.setCellFactory(any -> new LinkCell<>(show));
        add(added, column, width);
        return this;
    }

    /** @param filler takes the room that is left */
    ResultTable<T> fit(Memory memory, List<String> firstToGo, String filler) {
        new ColumnFit<>(memory, "scenarios." + id, table, firstToGo, filler);
        return this;
    }

    private void add(TableColumn<T, ?> column, String name, double width, String... styles) {
        column.setText(Strings.of("scenarios.column." + name));
        column.setId(name);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.getStyleClass().addAll(styles);
        table.getColumns().add(column);
    }

    /** Ids, each a link. */
    private static final class LinkCell<T> extends TableCell<T, List<String>> {
        private final HBox links = new HBox();
        private final Consumer<String> show;

        LinkCell(Consumer<String> show) {
            this.show = show;
            links.getStyleClass().add("result-links");
        }

        @Override
        protected void updateItem(@Nullable List<String> ids, boolean empty) {
            super.updateItem(ids, empty);
            links.getChildren().clear();
            setGraphic(empty || ids == null ? null : links);
            if (ids != null) {
                ids.stream()
                        .skip(Math.max(0, ids.size() - MOST_LINKS))
                        .map(this::link)
                        .forEach(links.getChildren()::add);
                if (ids.size() > MOST_LINKS) {
                    links.getChildren().addFirst(new Label("+" + (ids.size() - MOST_LINKS)));
                }
            }
        }

        private Hyperlink link(String id) {
            Hyperlink link = new Hyperlink(id);
            link.getStyleClass().addAll("data", "more-link");
            link.setOnAction(e -> show.accept(id));
            return link;
        }
    }
}
