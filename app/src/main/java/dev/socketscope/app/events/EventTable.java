package dev.socketscope.app.events;

import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.ChipCell;
import dev.socketscope.app.controls.Clip;
import dev.socketscope.app.controls.Keys;
import dev.socketscope.app.controls.RowOpening;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.WordsCell;
import dev.socketscope.engine.api.Event;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

/** A table of events, from which lines can be copied. */
final class EventTable {
    private static final double SCROLL_BAR = 16;

    private final TableView<Event> table;
    private final EventText text = new EventText(ZoneId.systemDefault());

    EventTable(TableView<Event> table, EventsModel model, Appearance appearance, boolean ofManyConnections) {
        this.table = table;
        table.setItems(model.rows());
        table.getColumns().add(column("time", 116, text::time, "data", "muted"));
        table.getColumns().add(kind());
        if (ofManyConnections) {
            table.getColumns().add(column("connection", 120, text::connection, "data"));
        }
        TableColumn<Event, String> details = column("details", 400, text::details);
        table.getColumns().add(details);
        widths(details, appearance);
        table.fixedCellSizeProperty().bind(appearance.rowHeight());
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setAccessibleText(Strings.of("events.title"));
        table.setPlaceholder(new Label(Strings.of("events.none")));
        MenuItem copy = new MenuItem(Strings.of("events.copy"));
        copy.setOnAction(e -> copy(table.getSelectionModel().getSelectedItems()));
        table.setContextMenu(new ContextMenu(copy));
        table.setOnKeyPressed(e -> {
            if (Keys.shortcut(KeyCode.C).match(e)) {
                copy(table.getSelectionModel().getSelectedItems());
            }
        });
    }

    /** A double click or Enter shows the connection of an event. */
    void opens(Consumer<String> showConnection) {
        RowOpening.install(table, () -> Optional.ofNullable(table.getSelectionModel().getSelectedItem())
                .map(Event::connection)
                .ifPresent(showConnection));
    }

    /** Columns grow with the text in them; the last one takes what is left. */
    private void widths(TableColumn<Event, String> last, Appearance appearance) {
        double[] usual = table.getColumns().stream().mapToDouble(TableColumn::getPrefWidth).toArray();
        Runnable share = () -> {
            double scale = appearance.fontSize().doubleValue() / Appearance.DEFAULT_FONT_SIZE;
            double rest = table.getWidth() - SCROLL_BAR;
            for (int i = 0; i < usual.length - 1; i++) {
                table.getColumns().get(i).setPrefWidth(usual[i] * scale);
                rest -= usual[i] * scale;
            }
            last.setPrefWidth(Math.max(usual[usual.length - 1] * scale, rest));
        };
        table.widthProperty().subscribe(now -> share.run());
        appearance.fontSize().subscribe(now -> share.run());
    }

    /** Everything that the table shows now. */
    void copyAll() {
        copy(table.getItems());
    }

    private void copy(List<Event> events) {
        Clip.copy(events.stream().map(text::line).collect(Collectors.joining("\n")));
    }

    private static TableColumn<Event, String> column(String id, double width, Function<Event, String> text,
            String... styles) {
        TableColumn<Event, String> column = new TableColumn<>(Strings.of("events.column." + id));
        column.setId(id);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.getStyleClass().addAll(styles);
        column.setCellValueFactory(features -> new ReadOnlyStringWrapper(text.apply(features.getValue())));
        column.setCellFactory(c -> new WordsCell<>());
        return column;
    }

    private static TableColumn<Event, Event> kind() {
        TableColumn<Event, Event> column = new TableColumn<>(Strings.of("events.column.kind"));
        column.setPrefWidth(150);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(c -> new ChipCell<>(event -> EventKind.of(event).title(), EventKind::tone));
        return column;
    }
}
