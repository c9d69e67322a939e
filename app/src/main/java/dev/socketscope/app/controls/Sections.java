package dev.socketscope.app.controls;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Headings of panels and cards. */
public final class Sections {
    private Sections() {}

    /** Of a whole panel. */
    public static Label panel(String key) {
        return label(key, "panel-title");
    }

    public static Label title(String key) {
        return label(key, "section-title");
    }

    public static Label hint(String key) {
        return label(key, "muted");
    }

    private static Label label(String key, String style) {
        Label label = new Label(Strings.of(key));
        label.getStyleClass().add(style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
