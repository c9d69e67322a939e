package dev.socketscope.app.connections;

import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Skin;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.skin.TableRowSkin;
import org.jspecify.annotations.Nullable;

/** A row with the menu of what can be done to its connections. A group's name stands over the cells that have nothing to say of it. */
final class ConnectionTableRow extends TableRow<Line> {
    private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");
    private static final double LEAST_HEAD = 220;

    private final ContextMenu menu;
    private final GroupHead head;

    ConnectionTableRow(ContextMenu menu, GroupHead head) {
        this.menu = menu;
        this.head = head;
        head.setManaged(false);
    }

    @Override
    protected void updateItem(@Nullable Line item, boolean empty) {
        super.updateItem(item, empty);
        setContextMenu(empty ? null : menu);
        GroupRow group = !empty && item instanceof GroupRow row ? row : null;
        head.show(group);
        pseudoClassStateChanged(GROUP, group != null);
        setAccessibleText(group == null ? null : head.words());
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new TableRowSkin<>(this) {
            @Override
            protected void layoutChildren(double x, double y, double width, double height) {
                super.layoutChildren(x, y, width, height);
                // The skin knows cells alone, and takes everything else out whenever columns change.
                if (!getChildren().contains(head)) {
                    getChildren().add(head);
                }
                head.rateInColumn(getTableView().getVisibleLeafColumns()
                        .stream()
                        .anyMatch(column -> column.getId().equals("rate")));
                head.resizeRelocate(x, y, Math.max(LEAST_HEAD, cellsWithoutSums()), height);
            }
        };
    }

    /** From the left edge to the first cell that has a sum. */
    private double cellsWithoutSums() {
        double width = 0;
        for (TableColumn<Line, ?> column : getTableView().getVisibleLeafColumns()) {
            if (ConnectionColumns.hasSum(column)) {
                return width;
            }
            width += column.getWidth();
        }
        return width;
    }
}
