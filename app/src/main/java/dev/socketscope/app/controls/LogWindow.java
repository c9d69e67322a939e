package dev.socketscope.app.controls;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/**
 * Puts the rows of the viewport into the table's slots: one slot more than whole rows fit, so that a table scrolled by part of
 * a row is full, too.
 */
final class LogWindow<R> {
    private final ObservableList<Slot<R>> slots = FXCollections.observableArrayList();
    private final LogTableSkin<R> skin;
    private final LogViewport viewport;
    private long drawnFirst;
    private long drawnEnd;
    private int version;
    private boolean changed;
    private boolean lacksRows;

    LogWindow(TableView<Slot<R>> table, LogViewport viewport) {
        this.viewport = viewport;
        skin = new LogTableSkin<>(table);
        table.setItems(slots);
        table.setSkin(skin);
    }

    LogTableSkin<R> skin() {
        return skin;
    }

    /** All rows are drawn anew next time. */
    void invalidate() {
        version++;
    }

    /** The end of the list when it was drawn last. */
    long drawnEnd() {
        return drawnEnd;
    }

    /** Whether rows of the list were not there when it was drawn last. */
    boolean lacksRows() {
        return lacksRows;
    }

    /** What stands at the top of the window. */
    @Nullable
    LogRow<R> topRow() {
        int index = (int) (viewport.top() - drawnFirst);
        return index >= 0 && index < slots.size() ? slots.get(index).get() : null;
    }

    /** @return whether anything looks different now */
    boolean draw(RowSource<R> source) {
        long first = source.first();
        long end = Math.max(first, source.end());
        int wanted = (int) Math.min(viewport.page() + 2L, end - first);
        changed = false;
        lacksRows = false;
        drawnEnd = end;
        drawnFirst = Math.max(first, Math.min(viewport.top(), end - wanted));
        for (int i = 0; i < wanted; i++) {
            R item = source.row(drawnFirst + i);
            lacksRows |= item == null;
            put(i, new LogRow<>(drawnFirst + i, item, version));
        }
        if (slots.size() > wanted) {
            slots.remove(wanted, slots.size());
            changed = true;
        }
        position();
        return changed;
    }

    private void put(int index, LogRow<R> row) {
        if (index == slots.size()) {
            slots.add(new Slot<>(row));
            changed = true;
        } else if (!row.equals(slots.get(index).get())) {
            slots.get(index).show(row);
            changed = true;
        }
    }

    private void position() {
        double above = (viewport.top() - drawnFirst) * viewport.rowHeight() + viewport.offset();
        double hidden = slots.size() * viewport.rowHeight() - skin.flow().getHeight();
        skin.flow().setPosition(hidden <= 0 ? 0 : Math.min(1, above / hidden));
    }
}
