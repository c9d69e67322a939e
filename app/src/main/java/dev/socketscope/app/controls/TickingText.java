package dev.socketscope.app.controls;

import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * A short text at the right edge of its place, for what changes every second. A label has everything around it laid out anew for each new
 * text, the whole row of a table; here the text alone is drawn again. Where it has grown, it reaches to the left until the next layout.
 */
public final class TickingText extends Region {
    private final Text text = new Text();

    public TickingText() {
        text.setManaged(false);
        text.getStyleClass().add("ticking-text");
        text.fontProperty().subscribe(font -> requestLayout());
        getChildren().add(text);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    public void show(String now) {
        if (!now.equals(text.getText())) {
            text.setText(now);
            place();
        }
    }

    public String text() {
        return text.getText();
    }

    @Override
    protected void layoutChildren() {
        place();
    }

    private void place() {
        text.relocate(snapPositionX(getWidth() - text.getLayoutBounds().getWidth()),
                snapPositionY((getHeight() - text.getLayoutBounds().getHeight()) / 2));
    }

    @Override
    protected double computePrefWidth(double height) {
        return text.getLayoutBounds().getWidth();
    }

    @Override
    protected double computePrefHeight(double width) {
        return text.getLayoutBounds().getHeight();
    }

    @Override
    public double getBaselineOffset() {
        return text.getBaselineOffset();
    }
}
