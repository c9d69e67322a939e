package dev.socketscope.app.controls;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Lets a person move the rows of a table, one at a time: with Ctrl (⌘ on macOS) and the up and down arrow, or by dragging one. A line shows
 * where a dragged row would go; Escape leaves it where it is. JavaFX thread only.
 */
public final class RowOrder {
    private static final PseudoClass ABOVE = PseudoClass.getPseudoClass("drop-above");
    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("drop-below");
    /** A click that shakes is none. In pixels. */
    private static final double SHAKE = 6;

    /** Moves a row. */
    @FunctionalInterface
    public interface Move {
        /**
         * @param from where it stands
         * @param to where it is to stand, another place of the table
         */
        void move(int from, int to);
    }

    private final TableView<?> table;
    private final Move move;
    private int from = -1;
    private int gap = -1;
    private double pressedAt;
    private @Nullable TableRow<?> marked;

    private RowOrder(TableView<?> table, Move move) {
        this.table = table;
        this.move = move;
    }

    public static void install(TableView<?> table, Move move) {
        RowOrder order = new RowOrder(table, move);
        table.addEventFilter(KeyEvent.KEY_PRESSED, order::key);
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, order::press);
        table.addEventFilter(MouseEvent.MOUSE_DRAGGED, order::drag);
        table.addEventFilter(MouseEvent.MOUSE_RELEASED, order::release);
    }

    private void key(KeyEvent event) {
        int by = event.getCode() == KeyCode.UP ? -1 : event.getCode() == KeyCode.DOWN ? 1 : 0;
        if (by != 0 && event.isShortcutDown() && !event.isShiftDown() && !event.isAltDown()) {
            int index = table.getSelectionModel().getSelectedIndex();
            if (index >= 0) {
                moveTo(index, index + by);
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && gap >= 0) {
            end();
            event.consume();
        }
    }

    private void press(MouseEvent event) {
        end();
        if (event.getButton() == MouseButton.PRIMARY && !isOnButton(event.getPickResult().getIntersectedNode())) {
            from = rowAt(event.getSceneX(), event.getSceneY()).map(TableRow::getIndex).orElse(-1);
            pressedAt = event.getSceneY();
        }
    }

    private void drag(MouseEvent event) {
        if (from < 0 || gap < 0 && Math.abs(event.getSceneY() - pressedAt) < SHAKE) {
            return;
        }
        Optional<? extends TableRow<?>> row = rowAt(event.getSceneX(), event.getSceneY());
        row.ifPresent(over -> {
            Bounds bounds = over.localToScene(over.getBoundsInLocal());
            boolean lower = event.getSceneY() > bounds.getCenterY();
            gap = over.getIndex() + (lower ? 1 : 0);
            mark(over, lower ? BELOW : ABOVE);
        });
        event.consume();
    }

    private void release(MouseEvent event) {
        if (gap >= 0) {
            int start = from;
            int to = gap > from ? gap - 1 : gap;
            end();
            moveTo(start, to);
            event.consume();
        } else {
            end();
        }
    }

    private void moveTo(int index, int to) {
        if (to != index && to >= 0 && to < table.getItems().size()) {
            move.move(index, to);
        }
    }

    private void mark(TableRow<?> row, PseudoClass where) {
        unmark();
        row.pseudoClassStateChanged(where, true);
        marked = row;
    }

    private void unmark() {
        if (marked != null) {
            marked.pseudoClassStateChanged(ABOVE, false);
            marked.pseudoClassStateChanged(BELOW, false);
            marked = null;
        }
    }

    private void end() {
        from = -1;
        gap = -1;
        unmark();
    }

    private Optional<TableRow<?>> rowAt(double sceneX, double sceneY) {
        for (Node node : table.lookupAll(".table-row-cell")) {
            if (node instanceof TableRow<?> row && !row.isEmpty() && row.isVisible()
                    && row.localToScene(row.getBoundsInLocal()).contains(sceneX, sceneY)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    private static boolean isOnButton(@Nullable Node place) {
        Node node = place;
        while (node != null && !(node instanceof ButtonBase)) {
            node = node.getParent();
        }
        return node != null;
    }
}
