package dev.socketscope.app.controls;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/**
 * A short list that is told again and again. Rows are changed in place, so that a click never misses one, and what is chosen stays
 * chosen by its key. JavaFX thread only.
 *
 * @param <T> what a row is
 */
public final class FollowTable<T> {
    private final TableView<T> table = new TableView<>();
    private final ObjectProperty<Instant> now = new SimpleObjectProperty<>(Instant.EPOCH);
    private final ReadOnlyObjectWrapper<@Nullable T> chosen = new ReadOnlyObjectWrapper<>(null);
    private final String texts;
    private final Function<T, String> key;
    private boolean filling;

    /**
     * @param texts key of the table's name; it also begins those of the columns' titles, of what stands there while there are no rows,
     *        {@code .none} and {@code .none.text}, and of what is remembered
     * @param none stands there while there are no rows
     * @param key tells rows apart
     */
    public FollowTable(String id, String texts, Ikon none, ObservableDoubleValue rowHeight, Function<T, String> key) {
        this.texts = texts;
        this.key = key;
        table.setId(id);
        table.setAccessibleText(Strings.of(texts));
        table.setPlaceholder(new EmptyState(none, Strings.of(texts + ".none"), Strings.of(texts + ".none.text")));
        table.fixedCellSizeProperty().bind(rowHeight);
        table.getSelectionModel().selectedItemProperty().subscribe(item -> publish());
    }

    public TableView<T> node() {
        return table;
    }

    /** Null when no row is. */
    public ReadOnlyObjectProperty<@Nullable T> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** @param at what the columns that change with time count from */
    public void show(List<T> items, Instant at) {
        now.set(at);
        List<T> rows = table.getItems();
        String kept = keyOf(chosen.get());
        filling = true;
        if (keys(rows).equals(keys(items))) {
            for (int i = 0; i < items.size(); i++) {
                if (!items.get(i).equals(rows.get(i))) {
                    rows.set(i, items.get(i));
                }
            }
        } else {
            rows.clear();
            rows.addAll(items);
        }
        choose(kept);
        filling = false;
        publish();
    }

    /** As time goes by. */
    public void tell(Instant at) {
        now.set(at);
    }

    /** @param wanted key of a row; null for none */
    public void choose(@Nullable String wanted) {
        if (Objects.equals(wanted, keyOf(table.getSelectionModel().getSelectedItem()))) {
            return;
        }
        table.getSelectionModel().clearSelection();
        table.getItems()
                .stream()
                .filter(item -> key.apply(item).equals(wanted))
                .findFirst()
                .ifPresent(table.getSelectionModel()::select);
    }

    /** Does something to the chosen row on Delete. */
    public void onDelete(Consumer<T> action) {
        table.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.DELETE) {
                toChosen(action);
                e.consume();
            }
        });
    }

    /** Does something to the chosen row on Enter and on a double click. */
    public void onOpen(Consumer<T> action) {
        RowOpening.install(table, () -> toChosen(action));
    }

    public void text(String id, double width, Function<T, String> text, String... styles) {
        TableColumn<T, String> column = column(id, width, styles);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        column.setCellFactory(c -> new WordsCell<>());
    }

    /**
     * A text that can be changed in its place by {@link #rename}.
     *
     * @param rename takes a new one, or says why it cannot be
     */
    public void name(String id, double width, Function<T, String> text,
            BiFunction<T, String, Optional<String>> rename) {
        TableColumn<T, String> column = column(id, width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        column.setCellFactory(c -> new NameCell<>(Strings.of(texts + "." + id), rename));
    }

    /** Makes the chosen row's text in that column a field. */
    public void rename(String id) {
        int index = table.getSelectionModel().getSelectedIndex();
        table.getColumns().stream().filter(column -> index >= 0 && id.equals(column.getId())).forEach(column -> {
            // Only now: a click on a row that is chosen would begin it, too.
            table.setEditable(true);
            table.edit(index, column);
        });
    }

    /** @param tone gives a text its style class */
    public void tinted(String id, double width, Function<T, String> text, Function<T, String> tone, String... styles) {
        TableColumn<T, T> column = column(id, width, styles);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(c -> new TintedCell<>(text, tone));
    }

    /** Says something else as time goes by. */
    public void timed(String id, double width, BiFunction<T, Instant, String> text, String... styles) {
        TableColumn<T, String> column = column(id, width, styles);
        column.setCellValueFactory(row -> now.map(at -> text.apply(row.getValue(), at)));
    }

    /** A bar that changes as time goes by. */
    public void gauge(String id, double width, BiFunction<T, Instant, Gauge> gauge) {
        TableColumn<T, Gauge> column = column(id, width);
        column.setCellValueFactory(row -> now.map(at -> gauge.apply(row.getValue(), at)));
        column.setCellFactory(c -> new GaugeCell<>());
    }

    /** @param name of a row, for screen readers */
    public void check(String id, double width, Predicate<T> on, Function<T, String> name, Consumer<T> toggle) {
        TableColumn<T, T> column = column(id, width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(c -> new CheckCell<>(on, name, toggle));
    }

    /** @param useful whether the button has anything to do to a row */
    public void button(String id, Ikon icon, String title, Predicate<T> useful, Consumer<T> action) {
        TableColumn<T, T> column = new TableColumn<>();
        column.setPrefWidth(44);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(c -> new RowButtonCell<>(icon, title, useful, action));
        add(column, id);
    }

    /** To be called once all columns are there; see {@link ColumnFit}. */
    public void fit(Memory memory, List<String> firstToGo, String filler) {
        new ColumnFit<>(memory, texts, table, firstToGo, filler);
    }

    private <V> TableColumn<T, V> column(String id, double width, String... styles) {
        TableColumn<T, V> column = new TableColumn<>(Strings.of(texts + "." + id));
        column.setPrefWidth(width);
        column.getStyleClass().addAll(styles);
        add(column, id);
        return column;
    }

    private void add(TableColumn<T, ?> column, String id) {
        column.setId(id);
        column.setSortable(false);
        column.setReorderable(false);
        table.getColumns().add(column);
    }

    private void toChosen(Consumer<T> action) {
        T item = chosen.get();
        if (item != null) {
            action.accept(item);
        }
    }

    private void publish() {
        if (!filling) {
            chosen.set(table.getSelectionModel().getSelectedItem());
        }
    }

    private List<String> keys(List<T> items) {
        return items.stream().map(key).toList();
    }

    private @Nullable String keyOf(@Nullable T item) {
        return item == null ? null : key.apply(item);
    }
}
