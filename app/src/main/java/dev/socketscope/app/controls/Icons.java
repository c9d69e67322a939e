package dev.socketscope.app.controls;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons and the small buttons that consist of one. */
public final class Icons {
    private Icons() {}

    /** The icon in the colour and size that the style sheet gives to what it stands in. */
    public static FontIcon of(Ikon icon, String... styleClasses) {
        FontIcon node = new FontIcon(icon);
        node.getStyleClass().addAll(styleClasses);
        return node;
    }

    /** A flat button that shows only an icon; {@code title} is its tooltip and its name for screen readers. */
    public static Button button(Ikon icon, String title, Runnable action) {
        Button button = new Button("", of(icon));
        button.getStyleClass().add("icon-button");
        button.setTooltip(new Tooltip(title));
        button.setAccessibleText(title);
        button.setOnAction(e -> action.run());
        return button;
    }
}
