package dev.socketscope.app.controls;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A short word on a soft coloured ground, with a dot before it. */
public final class Chip extends HBox {
    private final Label label = new Label();
    private final ToneClass tone = new ToneClass(this);

    public Chip() {
        getStyleClass().add("chip");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Region dot = new Region();
        dot.getStyleClass().add("status-dot");
        getChildren().setAll(dot, label);
    }

    /** @param tone a style class: {@code open}, {@code held}, {@code reconnecting}, {@code broken}, {@code quiet}, {@code accent} */
    public void show(String text, String newTone) {
        label.setText(text);
        tone.show(newTone);
    }

    public String text() {
        return label.getText();
    }
}
