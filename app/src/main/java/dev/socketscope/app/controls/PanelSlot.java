package dev.socketscope.app.controls;

import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;

/**
 * A panel that the side bar opens.
 *
 * @param id stable, for the memory of the window and for file names, for example {@code connections}
 * @param title for the tooltip and for screen readers
 */
public record PanelSlot(String id, String title, Ikon icon, Node node) {}
