package dev.socketscope.app.controls;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;

/** What stands where there is nothing to show yet: what this place is for, and what to do next. */
public final class EmptyState extends VBox {
    public EmptyState(Ikon icon, String title, String explanation, Node... steps) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        Label heading = new Label(title);
        heading.getStyleClass().add("empty-title");
        heading.setWrapText(true);
        heading.setTextAlignment(TextAlignment.CENTER);
        heading.setMinHeight(USE_PREF_SIZE);
        Label text = new Label(explanation);
        text.getStyleClass().add("empty-text");
        text.setWrapText(true);
        text.setTextAlignment(TextAlignment.CENTER);
        text.setAlignment(Pos.CENTER);
        text.setMaxWidth(460);
        getChildren().addAll(Icons.of(icon, "empty-icon"), heading, text);
        getChildren().addAll(steps);
    }

    /** A line with a command or an address that can be copied. */
    public static Node line(String caption, String text) {
        Label before = new Label(caption);
        before.getStyleClass().add("faint");
        before.setMinWidth(USE_PREF_SIZE);
        Label what = new Label(text);
        what.getStyleClass().add("data");
        HBox box = new HBox(before, what, new CopyButton(Strings.of("copy"), () -> text));
        box.getStyleClass().add("copy-line");
        box.setAlignment(Pos.CENTER);
        box.setMaxWidth(USE_PREF_SIZE);
        return box;
    }
}
