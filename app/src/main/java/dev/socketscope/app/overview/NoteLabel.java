package dev.socketscope.app.overview;

import dev.socketscope.app.controls.Shorten;
import dev.socketscope.app.controls.ToneClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** A line of a station or a leg, whose whole text a tooltip tells where there is no room for it. */
final class NoteLabel extends Label {
    private final Tooltip whole = new Tooltip();
    private final ToneClass tone = new ToneClass(this);

    NoteLabel(String... styles) {
        getStyleClass().addAll(styles);
    }

    /** @param newTone a style class in place of the one before */
    void show(String text, String newTone) {
        setText(Shorten.line(text));
        whole.setText(Shorten.tooltip(text));
        setTooltip(text.isEmpty() ? null : whole);
        tone.show(newTone);
    }
}
