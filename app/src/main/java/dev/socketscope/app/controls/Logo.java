package dev.socketscope.app.controls;

import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Transform;

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

    /** The mark for window icons, 128 pixels square. */
    public static Image image() {
        Logo logo = new Logo();
        Scene scene = new Scene(logo, Color.TRANSPARENT);
        scene.getStylesheets().add(Resources.url("css/logo.css").toExternalForm());
        SnapshotParameters sharp = new SnapshotParameters();
        sharp.setTransform(Transform.scale(4, 4));
        sharp.setFill(Color.TRANSPARENT);
        return logo.snapshot(sharp, null);
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
