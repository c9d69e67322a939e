package dev.socketscope.app.controls;

import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/** The mark of the program: a pulse that runs through a lens. */
public final class Logo extends StackPane {
    public Logo() {
        getStyleClass().add("logo");
        SVGPath lens = new SVGPath();
        lens.setContent("M16 5.5 A10.5 10.5 0 1 1 15.99 5.5 Z");
        lens.getStyleClass().add("logo-lens");
        SVGPath pulse = new SVGPath();
        pulse.setContent("M5.5 16 L11.5 16 L14.2 9.5 L18 22.5 L20.5 16 L26.5 16");
        pulse.getStyleClass().add("logo-pulse");
        setMinSize(32, 32);
        setPrefSize(32, 32);
        setMaxSize(32, 32);
        getChildren().addAll(lens, pulse);
        setAccessibleText(Strings.of("app.title"));
    }

    @Override
    protected void layoutChildren() {
        // The paths are drawn for a tile of 32 by 32, so they are left where they are and not centred.
        getChildren().forEach(shape -> {
            shape.setLayoutX(0);
            shape.setLayoutY(0);
        });
    }
}
