package dev.socketscope.app.controls;

import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/**
 * A tab that one slice offers and another one shows.
 *
 * @param id stable, for the memory of the window and for file names, for example {@code frames}
 * @param title in the tab
 * @param content makes what the tab shows; called once, when it is opened for the first time
 * @param badge beside the title; an empty text hides it
 */
public record TabSlot(String id, String title, Supplier<Node> content, ObservableValue<String> badge) {}
