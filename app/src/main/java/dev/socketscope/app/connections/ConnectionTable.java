package dev.socketscope.app.connections;

import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.ColumnFit;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Remember;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.LiveState;
import dev.socketscope.app.live.Readings;
import dev.socketscope.app.live.Selection;
import dev.socketscope.engine.api.Connection;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** Binds the table to the model and keeps the chosen connection chosen, by id, through updates, sorting and filtering. */
final class ConnectionTable {
    private static final int ROWS_ABOVE = 2;
    private static final String MEMORY = "connections.columns";
    private static final List<String> FIRST_TO_GO = List.of("compression", "bytes-sent", "bytes-received", "upgrade",
            "close", "sandbox", "client", "protocol", "rate");

    private final TableView<ConnectionRow> table;
    private final ConnectionsModel model;
    private final Selection selection;
    private final ObjectProperty<Instant> clock = new SimpleObjectProperty<>(Instant.EPOCH);
    private final ColumnFit<ConnectionRow> fit;
    private boolean arranging;
    // A column that has had something to show stays, so that the others do not jump about.
    private boolean waited;
    private boolean disturbed;
    private Readings readings = Readings.NONE;

    ConnectionTable(TableView<ConnectionRow> table, ConnectionsModel model, Selection selection, Memory memory,
            Appearance appearance) {
        this.table = table;
        this.model = model;
        this.selection = selection;
        table.setItems(model.rows());
        table.getColumns().setAll(ConnectionColumns.all(clock, id -> readings.faultName(id)));
        table.setTableMenuButtonVisible(true);
        table.fixedCellSizeProperty().bind(appearance.rowHeight());
        table.setAccessibleText(Strings.of("connections.title"));
        table.setSortPolicy(t -> sort());
        scale(appearance.fontSize().doubleValue() / Appearance.DEFAULT_FONT_SIZE);
        Remember.columns(memory, MEMORY, table);
        appearance.fontSize().subscribe((before, now) -> rescale(now.doubleValue() / before.doubleValue()));
        fit = new ColumnFit<>(memory, MEMORY, table, FIRST_TO_GO, "path");
        table.getSelectionModel().selectedItemProperty().subscribe((before, now) -> chosen(now));
        selection.id().subscribe(id -> follow());
    }

    /** Whatever changes the model's rows goes through here, so that the table's own idea of the selection is set right after. */
    void change(Runnable change) {
        arranging = true;
        try {
            change.run();
        } finally {
            arranging = false;
        }
        reselect();
    }

    void update(LiveState state) {
        readings = state.readings();
        change(() -> model.update(state));
        clock.set(state.at());
        fit.useful("sandbox", state.connections().stream().anyMatch(c -> c.connection().sandbox() != null));
        waited |= state.connections().stream().anyMatch(c -> !ConnectionTexts.buffered(c.connection()).isEmpty());
        disturbed |= state.connections().stream().anyMatch(c -> !c.connection().faults().isEmpty());
        fit.useful("buffered", waited);
        fit.useful("faults", disturbed);
        if (selection.id().get() == null && !model.rows().isEmpty()) {
            selection.id().set(firstToShow().id());
        }
    }

    /** Something to look at before a person has chosen: an open connection if there is one. */
    private ConnectionRow firstToShow() {
        return model.rows()
                .stream()
                .filter(row -> row.get().connection().state() == Connection.State.OPEN)
                .findFirst()
                .orElse(model.rows().getFirst());
    }

    /** Columns grow with the text in them. */
    private void scale(double factor) {
        table.getColumns().forEach(column -> column.setPrefWidth(column.getPrefWidth() * factor));
    }

    private void rescale(double factor) {
        fit.shrinkFiller();
        scale(factor);
        fit.refit();
    }

    private boolean sort() {
        change(() -> model.order(table.getComparator()));
        return true;
    }

    private void chosen(@Nullable ConnectionRow row) {
        if (!arranging && row != null) {
            arranging = true;
            selection.id().set(row.id());
            arranging = false;
        }
    }

    /** Somebody else chose, perhaps a row that is out of sight. */
    private void follow() {
        if (!arranging) {
            reselect();
            table.scrollTo(Math.max(0, table.getSelectionModel().getSelectedIndex() - ROWS_ABOVE));
        }
    }

    private void reselect() {
        String id = selection.id().get();
        ConnectionRow selected = table.getSelectionModel().getSelectedItem();
        if (arranging || selected != null && selected.id().equals(id) && model.rows()
                .get(
                        table.getSelectionModel().getSelectedIndex()) == selected) {
            return;
        }
        arranging = true;
        int index = id == null ? -1 : model.indexOf(id);
        if (index < 0) {
            table.getSelectionModel().clearSelection();
        } else {
            table.getSelectionModel().clearAndSelect(index);
        }
        arranging = false;
    }
}
