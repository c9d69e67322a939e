package dev.socketscope.app.faults;

import dev.socketscope.app.controls.Strings;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Headings of the cards. */
final class Sections {
    private Sections() {}

    static Label title(String key) {
        return label(key, "section-title");
    }

    static Label hint(String key) {
        return label(key, "muted");
    }

    private static Label label(String key, String style) {
        Label label = new Label(Strings.of(key));
        label.getStyleClass().add(style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
