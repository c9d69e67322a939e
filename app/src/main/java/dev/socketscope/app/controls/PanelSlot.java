package dev.socketscope.app.controls;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;

/**
 * A panel that the side bar opens.
 *
 * @param id stable, for the memory of the window and for file names, for example {@code connections}
 * @param title for the tooltip and for screen readers
 * @param badge on the icon; an empty text hides it
 */
public record PanelSlot(String id, String title, Ikon icon, Node node, ObservableValue<String> badge) {
    /** Without a badge. */
    public PanelSlot(String id, String title, Ikon icon, Node node) {
        this(id, title, icon, node, new SimpleStringProperty(""));
    }
}
