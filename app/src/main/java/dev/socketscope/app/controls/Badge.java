package dev.socketscope.app.controls;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;

/** A count in a small pill; it takes no room while its text is empty. */
public final class Badge extends Label {
    public Badge(ObservableValue<String> text) {
        getStyleClass().addAll("badge", "figures");
        textProperty().bind(text);
        visibleProperty().bind(text.map(t -> !t.isEmpty()));
        managedProperty().bind(visibleProperty());
    }
}
