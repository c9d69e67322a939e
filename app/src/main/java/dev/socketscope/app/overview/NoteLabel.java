package dev.socketscope.app.overview;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** A line of a station or a leg, whose whole text a tooltip tells where there is no room for it. */
final class NoteLabel extends Label {
    private final Tooltip whole = new Tooltip();
    private String tone = "";

    NoteLabel(String... styles) {
        getStyleClass().addAll(styles);
        whole.textProperty().bind(textProperty());
    }

    /** @param newTone a style class in place of the one before */
    void show(String text, String newTone) {
        setText(text);
        setTooltip(text.isEmpty() ? null : whole);
        if (!tone.equals(newTone)) {
            getStyleClass().remove(tone);
            getStyleClass().add(newTone);
            tone = newTone;
        }
    }
}
