package dev.socketscope.app.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * A place above the whole window for one thing at a time. While it is open, keys and clicks stay in it; Esc and a click beside it close it, and
 * then the focus is where it was.
 */
final class Overlay extends StackPane {
    private @Nullable Node before;

    Overlay() {
        getStyleClass().add("overlay");
        setVisible(false);
        managedProperty().bind(visibleProperty());
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
    }

    /** @param focus gets the focus; {@code content} or something in it */
    void open(Region content, Node focus) {
        if (!isVisible()) {
            before = getScene().getFocusOwner();
        }
        content.setMaxHeight(Region.USE_PREF_SIZE);
        content.setMaxWidth(Region.USE_PREF_SIZE);
        StackPane.setAlignment(content, Pos.TOP_CENTER);
        getChildren().setAll(content);
        setVisible(true);
        focus.requestFocus();
    }

    /** What lies over the window; null when nothing does. */
    @Nullable
    Node content() {
        return getChildren().isEmpty() ? null : getChildren().getFirst();
    }

    void close() {
        if (!isVisible()) {
            return;
        }
        setVisible(false);
        getChildren().clear();
        if (before != null) {
            before.requestFocus();
        }
    }
}
