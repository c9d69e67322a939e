package dev.socketscope.app.controls;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/**
 * A tab that one slice offers and another one shows.
 *
 * @param id stable, for the memory of the window and for file names, for example {@code frames}
 * @param title in the tab
 * @param node what the tab shows
 * @param badge beside the title; an empty text hides it
 */
public record TabSlot(String id, String title, Node node, ObservableValue<String> badge) {}
