package dev.socketscope.app.controls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;
import javafx.util.Subscription;

/** Gives parts of the window back the sizes that a person gave them. */
public final class Remember {
    private Remember() {}

    /**
     * Remembers where a person drags the first divider to; that it moves with the window's size is not remembered.
     *
     * @param usual the position when nothing is remembered, 0 to 1
     */
    public static void divider(Memory memory, String key, SplitPane pane, double usual) {
        double remembered = memory.number(key).orElse(usual);
        double position = remembered > 0.05 && remembered < 0.95 ? remembered : usual;
        pane.setDividerPositions(position);
        // Before the window has its size, dividers are pushed about by least sizes. A person's hand ends that for good.
        List<Subscription> untouched = new ArrayList<>();
        untouched.add(pane.skinProperty().subscribe(skin -> pane.setDividerPositions(position)));
        untouched.add(pane.widthProperty().subscribe((before, now) -> pane.setDividerPositions(position)));
        untouched.add(pane.heightProperty().subscribe((before, now) -> pane.setDividerPositions(position)));
        pane.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> untouched.forEach(Subscription::unsubscribe));
        pane.getDividers().getFirst().positionProperty().subscribe(now -> {
            if (pane.isPressed()) {
                memory.put(key, Math.round(now.doubleValue() * 1000) / 1000.0);
            }
        });
    }

    /** Width and order of columns; columns are known by their ids. For visibility see {@link ColumnFit}. */
    public static <T> void columns(Memory memory, String key, TableView<T> table) {
        memory.text(key + ".order").ifPresent(order -> reorder(table, Arrays.asList(order.split(","))));
        for (TableColumn<T, ?> column : table.getColumns()) {
            String its = key + "." + column.getId();
            memory.number(its + ".width").ifPresent(width -> column.setPrefWidth(Math.clamp(width, 24, 1200)));
            column.widthProperty()
                    .subscribe((before, now) -> memory.put(its + ".width", Math.round(now.doubleValue())));
        }
        table.getColumns()
                .addListener((ListChangeListener<TableColumn<T, ?>>) change -> memory.put(key + ".order",
                        String.join(",", table.getColumns().stream().map(TableColumn::getId).toList())));
    }

    /** By which columns a table is sorted and how. To be called when the table sorts as it shall. */
    public static void sorting(Memory memory, String key, TableView<?> table) {
        memory.text(key + ".sort").ifPresent(text -> sort(table, List.of(text.split(","))));
        Runnable remember = () -> memory.put(key + ".sort", table.getSortOrder()
                .stream()
                .map(column -> column.getId() + ":" + column.getSortType())
                .collect(Collectors.joining(",")));
        table.getSortOrder().addListener((ListChangeListener<TableColumn<?, ?>>) change -> remember.run());
        table.getColumns()
                .forEach(column -> column.sortTypeProperty().subscribe((before, now) -> remember.run()));
    }

    private static <T> void sort(TableView<T> table, List<String> order) {
        List<TableColumn<T, ?>> sorted = new ArrayList<>();
        for (String each : order) {
            for (TableColumn<T, ?> column : table.getColumns()) {
                if (each.startsWith(column.getId() + ":")) {
                    column.setSortType(each.endsWith(":DESCENDING") ? TableColumn.SortType.DESCENDING
                            : TableColumn.SortType.ASCENDING);
                    sorted.add(column);
                }
            }
        }
        table.getSortOrder().setAll(sorted);
    }

    private static <T> void reorder(TableView<T> table, List<String> order) {
        List<TableColumn<T, ?>> columns = new ArrayList<>(table.getColumns());
        columns.sort(Comparator.comparingInt(column -> {
            int place = order.indexOf(column.getId());
            return place < 0 ? Integer.MAX_VALUE : place;
        }));
        table.getColumns().setAll(columns);
    }
}
