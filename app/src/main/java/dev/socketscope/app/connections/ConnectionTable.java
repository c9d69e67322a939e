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
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableView;

/** Binds the table to the model. */
final class ConnectionTable {
    private static final String MEMORY = "connections.columns";
    private static final List<String> FIRST_TO_GO = List.of("compression", "bytes-sent", "bytes-received", "upgrade",
            "close", "sandbox", "client", "protocol", "rate");

    private final TableView<Line> table;
    private final ConnectionsModel model;
    private final Selection selection;
    private final ChosenLines chosen;
    private final ColumnFit<Line> fit;
    // A column that has had something to show stays, so that the others do not jump about.
    private boolean waited;
    private boolean boxed;
    private boolean disturbed;
    private Readings readings = Readings.NONE;

    /** @param clock what ages are told against */
    ConnectionTable(TableView<Line> table, ConnectionsModel model, Selection selection, Memory memory,
            Appearance appearance, ObservableValue<Instant> clock) {
        this.table = table;
        this.model = model;
        this.selection = selection;
        table.setItems(model.lines());
        table.getColumns().setAll(ConnectionColumns.all(clock, id -> readings.faultName(id)));
        table.setTableMenuButtonVisible(true);
        table.fixedCellSizeProperty().bind(appearance.rowHeight());
        table.setAccessibleText(Strings.of("connections.title"));
        chosen = new ChosenLines(table, model, selection);
        table.setSortPolicy(t -> sort());
        scale(appearance.fontSize().doubleValue() / Appearance.DEFAULT_FONT_SIZE);
        Remember.columns(memory, MEMORY, table);
        Remember.sorting(memory, MEMORY, table);
        appearance.fontSize().subscribe((before, now) -> rescale(now.doubleValue() / before.doubleValue()));
        fit = new ColumnFit<>(memory, MEMORY, table, FIRST_TO_GO, "path");
    }

    /** Whatever changes the model's lines goes through here, so that the table's own idea of the selection is set right after. */
    void change(Runnable change) {
        chosen.keep(change);
    }

    void update(LiveState state) {
        readings = state.readings();
        change(() -> model.update(state).forEach(changed -> look(changed.connection())));
        fit.useful("sandbox", boxed);
        fit.useful("buffered", waited);
        fit.useful("faults", disturbed);
        if (selection.id().get() == null) {
            firstToShow().ifPresent(row -> selection.id().set(row.key()));
        }
    }

    private void look(Connection connection) {
        boxed |= connection.sandbox() != null;
        waited |= connection.survival().bufferedToUpstream() + connection.survival().bufferedToClient() > 0;
        disturbed |= !connection.faults().isEmpty();
    }

    /** Something to look at before a person has chosen: an open connection if there is one. */
    private Optional<ConnectionRow> firstToShow() {
        List<ConnectionRow> rows = model.lines()
                .stream()
                .filter(ConnectionRow.class::isInstance)
                .map(ConnectionRow.class::cast)
                .toList();
        return rows.stream()
                .filter(row -> row.get().connection().state() == Connection.State.OPEN)
                .findFirst()
                .or(() -> rows.stream().findFirst());
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
        change(() -> model.order(ConnectionColumn.orders(table.getSortOrder())));
        return true;
    }
}
