package dev.socketscope.app.controls;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/**
 * Hides the least important columns while the table is too narrow for all that are wanted, and lets one column take the room that
 * is left. What a person shows or hides in the column menu is what is wanted.
 */
public final class ColumnFit<T> {
    private static final double SCROLL_BAR = 16;

    private final TableView<T> table;
    private final List<String> firstToGo;
    private final TableColumn<T, ?> filler;
    private double fillerMin;
    private final Map<String, Boolean> wanted = new HashMap<>();
    private final Set<String> useless = new HashSet<>();
    private final Memory memory;
    private final String key;
    private boolean fitting;

    /**
     * @param firstToGo ids of columns that may be hidden, the least important one first
     * @param filler id of the column that takes the rest
     */
    public ColumnFit(Memory memory, String key, TableView<T> table, List<String> firstToGo, String filler) {
        this.memory = memory;
        this.key = key;
        this.table = table;
        this.firstToGo = firstToGo;
        this.filler = column(filler);
        this.fillerMin = this.filler.getPrefWidth();
        for (TableColumn<T, ?> column : table.getColumns()) {
            memory.text(visible(column)).ifPresent(text -> column.setVisible(Boolean.parseBoolean(text)));
            wanted.put(column.getId(), column.isVisible());
            column.visibleProperty().subscribe((before, now) -> chosen(column, now));
            column.widthProperty().subscribe((before, now) -> fill());
        }
        table.widthProperty().subscribe((before, now) -> fit());
    }

    /** Hides a column that has nothing to show, unless a person asked for it. */
    public void useful(String id, boolean somethingToShow) {
        boolean changed = somethingToShow ? useless.remove(id) : useless.add(id);
        if (changed) {
            fit();
        }
    }

    /** Takes back the room that was only left over. */
    public void shrinkFiller() {
        fitting = true;
        filler.setPrefWidth(fillerMin);
        fitting = false;
    }

    /** To be called when preferred widths have been changed from outside. */
    public void refit() {
        fillerMin = filler.getPrefWidth();
        fit();
    }

    private void chosen(TableColumn<T, ?> column, boolean visible) {
        if (!fitting) {
            wanted.put(column.getId(), visible);
            memory.put(visible(column), Boolean.toString(visible));
            fit();
        }
    }

    private void fit() {
        if (fitting || table.getWidth() <= 0) {
            return;
        }
        List<TableColumn<T, ?>> show = new ArrayList<>(
                table.getColumns().filtered(column -> wanted.getOrDefault(column.getId(), true) && hasUse(column)));
        for (String id : firstToGo) {
            if (width(show) > room()) {
                show.removeIf(column -> column.getId().equals(id));
            }
        }
        fitting = true;
        table.getColumns().forEach(column -> column.setVisible(show.contains(column)));
        fitting = false;
        fill();
    }

    private void fill() {
        if (fitting || !filler.isVisible() || table.getWidth() <= 0) {
            return;
        }
        double others = table.getVisibleLeafColumns()
                .stream()
                .filter(column -> column != filler)
                .mapToDouble(TableColumn::getWidth)
                .sum();
        fitting = true;
        filler.setPrefWidth(Math.max(fillerMin, room() - others));
        fitting = false;
    }

    private boolean hasUse(TableColumn<T, ?> column) {
        return !useless.contains(column.getId()) || memory.text(visible(column)).filter("true"::equals).isPresent();
    }

    private double width(List<TableColumn<T, ?>> columns) {
        return columns.stream().mapToDouble(column -> column == filler ? fillerMin : column.getPrefWidth()).sum();
    }

    private double room() {
        return table.getWidth() - SCROLL_BAR;
    }

    private TableColumn<T, ?> column(String id) {
        return table.getColumns().stream().filter(column -> id.equals(column.getId())).findFirst().orElseThrow();
    }

    private String visible(TableColumn<T, ?> column) {
        return key + "." + column.getId() + ".visible";
    }
}
