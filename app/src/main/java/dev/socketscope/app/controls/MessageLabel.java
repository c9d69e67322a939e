package dev.socketscope.app.controls;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;

/** Some lines of text, which take no room while there is nothing to say. */
public final class MessageLabel extends Label {
    public MessageLabel(ObservableValue<String> text, String... styles) {
        getStyleClass().addAll(styles);
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        textProperty().bind(text);
        visibleProperty().bind(text.map(now -> !now.isEmpty()));
        managedProperty().bind(visibleProperty());
    }
}
