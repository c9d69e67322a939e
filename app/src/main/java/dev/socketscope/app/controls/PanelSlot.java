package dev.socketscope.app.controls;

import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;

/**
 * A panel that the side bar opens.
 *
 * @param id stable, for the memory of the window and for file names, for example {@code connections}
 * @param title for the tooltip and for screen readers
 * @param content made when the panel is opened for the first time, or before while there is nothing else to do
 * @param badge on the icon; an empty text hides it. It is there before the content
 */
public record PanelSlot(String id, String title, Ikon icon, Lazy<Node> content, ObservableValue<String> badge) {
    public PanelSlot(String id, String title, Ikon icon, Supplier<Node> content, ObservableValue<String> badge) {
        this(id, title, icon, new Lazy<>(content), badge);
    }

    /** Without a badge. */
    public PanelSlot(String id, String title, Ikon icon, Supplier<Node> content) {
        this(id, title, icon, content, new SimpleStringProperty(""));
    }
}
