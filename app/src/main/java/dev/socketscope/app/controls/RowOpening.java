package dev.socketscope.app.controls;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/** Opens the chosen row of a table on Enter, and on a double click where rows are and no button is. */
public final class RowOpening {
    private RowOpening() {}

    /** @param open finds the chosen row itself; there may be none */
    public static void install(TableView<?> table, Runnable open) {
        table.setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2
                    && isOnRow(e.getPickResult().getIntersectedNode())) {
                open.run();
            }
        });
        table.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER) {
                open.run();
                e.consume();
            }
        });
    }

    private static boolean isOnRow(@Nullable Node place) {
        Node node = place;
        while (node != null && !(node instanceof ButtonBase) && !(node instanceof TableRow)) {
            node = node.getParent();
        }
        return node instanceof TableRow<?> row && !row.isEmpty();
    }
}
