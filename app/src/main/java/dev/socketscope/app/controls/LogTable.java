package dev.socketscope.app.controls;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A table over a {@link RowSource}: however long the list, only the rows in the window are read and drawn.
 *
 * <pre>
 *   RowSource ──refresh()──► RefreshGate ──≤ 10 or 30 Hz──► LogViewport ──► slots ──► cells
 *                                             wheel, keys, bar ──┘
 * </pre>
 *
 * Everything happens on the FX thread. Nothing runs while nobody calls {@link #refresh()} and nobody touches the table, or while the
 * table is out of sight.
 *
 * @param <R> what a row is
 */
public final class LogTable<R> extends Region {
    /** So many rows can be chosen at once; a longer range is cut. */
    public static final int MOST_SELECTED = LogSelection.LIMIT;

    private static final long CALM_MILLIS = 33;
    private static final long BUSY_MILLIS = 100;

    private final TableView<Slot<R>> table = new TableView<>();
    private final ScrollBar bar = new ScrollBar();
    private final LogViewport viewport;
    private final LogWindow<R> window;
    private final LogSelection<R> selection = new LogSelection<>();
    private final RefreshGate gate = new RefreshGate(this::update);
    private final LogScrolling scrolling;
    private final LogColumns<R> columns;
    private final Function<List<R>, String> asText;
    private final BooleanProperty follow = new SimpleBooleanProperty(this, "follow", true);
    private final ReadOnlyLongWrapper selectedKey = new ReadOnlyLongWrapper(this, "selectedKey", LogSelection.NONE);
    private final ReadOnlyObjectWrapper<@Nullable R> selectedRow = new ReadOnlyObjectWrapper<>(this, "selectedRow");
    private final ReadOnlyLongWrapper selectedCount = new ReadOnlyLongWrapper(this, "selectedCount", 0);
    private RowSource<R> source = RowSource.empty();
    private Runnable onMissing = () -> {};

    /**
     * @param rowHeight pixels
     * @param asText what Ctrl+C puts on the clipboard for the chosen rows
     */
    public LogTable(double rowHeight, List<LogColumn<R>> definitions, Function<List<R>, String> asText) {
        this.asText = asText;
        viewport = new LogViewport(rowHeight);
        window = new LogWindow<>(table, viewport);
        columns = new LogColumns<>(table, definitions);
        getStyleClass().add("log-table");
        table.setFixedCellSize(rowHeight);
        table.setSelectionModel(null);
        table.setRowFactory(any -> line());
        new LogKeys<>(this, table);
        scrolling = new LogScrolling(table, bar, window.skin().flow(), viewport, this::moved);
        follow.subscribe(this::followChanged);
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                gate.stop();
            } else {
                gate.poke();
            }
        });
        Sight.whenShown(this, gate::poke);
        getChildren().addAll(table, bar);
    }

    /** @param pixels height of every row from now on */
    public void setRowHeight(double pixels) {
        table.setFixedCellSize(pixels);
        viewport.rowHeight(pixels);
        moved();
    }

    /** Shows another list; the selection stays, and so does the newest row at the top that both lists have. */
    public void show(RowSource<R> rows) {
        LogRow<R> topRow = window.topRow();
        long topKey = topRow == null || topRow.item() == null ? 0 : source.key(topRow.item());
        source = rows;
        viewport.jump(rows.first(), rows.end(), rows.numberAtOrAfter(topKey));
        viewport.follow(follow.get());
        update();
        gate.poke();
    }

    public RowSource<R> source() {
        return source;
    }

    /** Rows may have come or gone: cheap, call it as often as you like. */
    public void refresh() {
        gate.poke();
    }

    /** The same rows look different now. */
    public void redraw() {
        window.invalidate();
        moved();
    }

    /** Whether the newest row is kept in sight; scrolling up ends it, scrolling to the end begins it. */
    public BooleanProperty followProperty() {
        return follow;
    }

    /** Key of the row that was chosen last; -1 when none is. It stays when the row vanishes from the list. */
    public ReadOnlyLongProperty selectedKeyProperty() {
        return selectedKey.getReadOnlyProperty();
    }

    /** The row that was chosen last, also when the list has dropped it. */
    public ReadOnlyObjectProperty<@Nullable R> selectedRowProperty() {
        return selectedRow.getReadOnlyProperty();
    }

    public ReadOnlyLongProperty selectedCountProperty() {
        return selectedCount.getReadOnlyProperty();
    }

    /** The chosen rows, oldest first. */
    public List<R> selectedRows() {
        return selection.rows();
    }

    /** Chooses row {@code number} alone, or with all rows from where the choice began, and brings it into sight. */
    public void choose(long number, boolean extend) {
        long wanted = Math.max(source.first(), Math.min(source.end() - 1, number));
        R row = source.row(wanted);
        if (row == null) {
            return;
        }
        if (extend) {
            selection.extend(source, wanted);
        } else {
            selection.only(source.key(row), row);
        }
        viewport.extent(source.first(), source.end());
        viewport.reveal(wanted);
        moved();
        selected();
    }

    /** Puts the chosen rows on the clipboard as text. */
    public void copySelected() {
        if (selection.size() > 0) {
            Clip.copy(asText.apply(selection.rows()));
        }
    }

    public void clearSelection() {
        selection.clear();
        selected();
    }

    /** What stands in the place of rows when there are none. */
    public void setEmptyNode(Node node) {
        table.setPlaceholder(node);
    }

    /** How the columns stand, for preferences. */
    public List<ColumnState> columnStates() {
        return columns.states();
    }

    /** Puts the columns as they were; unknown ids are ignored, columns not named keep their place at the end. */
    public void restoreColumns(List<ColumnState> states) {
        columns.restore(states);
    }

    /** Shows or hides a column. */
    public void setColumnVisible(String id, boolean visible) {
        columns.setVisible(id, visible);
    }

    /** Number of the row that was chosen last, or of its next newer neighbour; -1 when none is. */
    long leadNumber() {
        return selection.lead() < 0 ? -1 : source.numberAtOrAfter(selection.lead());
    }

    /** Number of the row at the top of the window. */
    public long topNumber() {
        return viewport.top();
    }

    /** Behind the last row of the list as it was drawn. */
    public long drawnEnd() {
        return window.drawnEnd();
    }

    /** @param action called whenever it was drawn without rows that its source did not have yet; it may be refreshed later */
    public void setOnMissing(Runnable action) {
        onMissing = action;
    }

    /** How many whole rows the window holds. */
    public int pageRows() {
        return viewport.page();
    }

    /** The node with the keyboard focus, for menus. */
    public TableView<?> focusNode() {
        return table;
    }

    @Override
    protected void layoutChildren() {
        double barWidth = bar.isVisible() ? snapSizeX(bar.prefWidth(-1)) : 0;
        double header = scrolling.headerHeight();
        table.resizeRelocate(0, 0, getWidth() - barWidth, getHeight());
        bar.resizeRelocate(getWidth() - barWidth, header, barWidth, Math.max(0, getHeight() - header));
    }

    private LogTableRow<R> line() {
        return new LogTableRow<>(row -> row.item() != null && selection.contains(source.key(row.item())),
                this::pressed);
    }

    private void pressed(LogRow<R> row, MouseEvent event) {
        R item = row.item();
        if (item != null && event.isShortcutDown()) {
            selection.toggle(source.key(item), item);
        } else if (event.isShiftDown()) {
            selection.extend(source, row.number());
        } else if (item != null) {
            selection.only(source.key(item), item);
        }
        viewport.follow(viewport.following() && row.number() >= source.end() - 1);
        moved();
        selected();
    }

    private void selected() {
        for (Node line : table.lookupAll(".table-row-cell")) {
            if (line instanceof LogTableRow<?> row) {
                row.mark();
            }
        }
        selectedCount.set(selection.size());
        selectedRow.set(selection.leadRow());
        selectedKey.set(selection.lead());
    }

    private void followChanged() {
        if (viewport.following() != follow.get()) {
            viewport.follow(follow.get());
            moved();
        }
    }

    private void moved() {
        follow.set(viewport.following());
        draw();
        gate.poke();
    }

    private boolean draw() {
        boolean changed = window.draw(source);
        scrolling.show();
        if (window.lacksRows()) {
            onMissing.run();
        }
        return changed;
    }

    private long update() {
        if (getScene() != null && !Sight.isShown(this)) {
            return -1;
        }
        long arrived = Math.max(0, source.end() - window.drawnEnd());
        viewport.extent(source.first(), source.end());
        boolean changed = draw();
        if (selection.renew(source, selection.lead())) {
            selectedRow.set(selection.leadRow());
        }
        if (!changed && arrived == 0) {
            return -1;
        }
        return arrived > viewport.page() ? BUSY_MILLIS : CALM_MILLIS;
    }
}
