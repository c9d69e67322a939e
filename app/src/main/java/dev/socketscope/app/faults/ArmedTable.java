package dev.socketscope.app.faults;

import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.ColumnFit;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.FaultStatus;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Every armed fault, whoever has armed it, the oldest on top. Rows are changed in place, so that a click never misses one. */
final class ArmedTable {
    private final TableView<FaultStatus> table = new TableView<>();
    private final ObjectProperty<Instant> now = new SimpleObjectProperty<>(Instant.EPOCH);
    private final Consumer<String> disarm;

    /**
     * @param disarm gets the id of a fault
     * @param show gets a fault whose connection a person wants to see
     */
    ArmedTable(Appearance appearance, Memory memory, Consumer<String> disarm, Consumer<FaultStatus> show) {
        this.disarm = disarm;
        table.setId("armed-table");
        table.setAccessibleText(Strings.of("faults.armed"));
        table.fixedCellSizeProperty().bind(appearance.rowHeight());
        text("id", 70, status -> status.armed().id(), "data", "muted");
        text("what", 180, FaultWords::what);
        text("scope", 150, status -> Scopes.allWords(status.armed().fault().match()), "data");
        text("label", 92, status -> status.armed().fault().label(), "muted");
        text("fired", 62, status -> Units.count(status.fired()), "figures", "right");
        timed("last", 88, FaultWords::lastFired, "figures", "muted", "right");
        timed("left", 76, FaultWords::left, "figures", "right");
        table.getColumns().add(buttons());
        new ColumnFit<>(memory, "faults.armed", table, List.of("label", "last", "id"), "what");
        table.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                choose(show);
            }
        });
        table.setOnKeyPressed(e -> key(e, show));
    }

    TableView<FaultStatus> node() {
        return table;
    }

    void show(List<FaultStatus> faults, Instant at) {
        now.set(at);
        List<FaultStatus> rows = table.getItems();
        if (!ids(rows).equals(ids(faults))) {
            FaultStatus chosen = table.getSelectionModel().getSelectedItem();
            table.getItems().setAll(faults);
            faults.stream()
                    .filter(each -> chosen != null && each.armed().id().equals(chosen.armed().id()))
                    .forEach(table.getSelectionModel()::select);
            return;
        }
        for (int i = 0; i < faults.size(); i++) {
            if (!faults.get(i).equals(rows.get(i))) {
                rows.set(i, faults.get(i));
            }
        }
    }

    private void key(KeyEvent event, Consumer<FaultStatus> show) {
        if (event.getCode() == KeyCode.DELETE) {
            choose(status -> disarm.accept(status.armed().id()));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            choose(show);
            event.consume();
        }
    }

    private void choose(Consumer<FaultStatus> action) {
        FaultStatus chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            action.accept(chosen);
        }
    }

    private void text(String id, double width, Function<FaultStatus, String> text, String... styles) {
        TableColumn<FaultStatus, String> column = column(id, width, styles);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        column.setCellFactory(c -> new WordsCell());
    }

    /** Says something else as time goes by. */
    private void timed(String id, double width, BiFunction<FaultStatus, Instant, String> text, String... styles) {
        TableColumn<FaultStatus, String> column = column(id, width, styles);
        column.setCellValueFactory(row -> now.map(at -> text.apply(row.getValue(), at)));
    }

    private TableColumn<FaultStatus, String> column(String id, double width, String... styles) {
        TableColumn<FaultStatus, String> column = new TableColumn<>(Strings.of("faults.column." + id));
        column.setId(id);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.getStyleClass().addAll(styles);
        table.getColumns().add(column);
        return column;
    }

    private TableColumn<FaultStatus, FaultStatus> buttons() {
        TableColumn<FaultStatus, FaultStatus> column = new TableColumn<>();
        column.setId("disarm");
        column.setPrefWidth(44);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(c -> new DisarmCell(disarm));
        return column;
    }

    private static List<String> ids(List<FaultStatus> faults) {
        return faults.stream().map(status -> status.armed().id()).toList();
    }
}
