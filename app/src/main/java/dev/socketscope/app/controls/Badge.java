package dev.socketscope.app.controls;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;

/** A count in a small pill; it takes no room while its text is empty. */
public final class Badge extends Label {
    public Badge(ObservableValue<String> text) {
        getStyleClass().addAll("badge", "figures");
        // A property that is bound asks for a layout whenever what it is bound to was looked at anew, even if that is what it was.
        text.subscribe(this::show);
    }

    private void show(String text) {
        setText(text);
        setVisible(!text.isEmpty());
        setManaged(!text.isEmpty());
    }
}
