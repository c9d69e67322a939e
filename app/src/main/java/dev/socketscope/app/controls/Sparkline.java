package dev.socketscope.app.controls;

import java.util.function.IntToDoubleFunction;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;

/** A line without axes, scaled to its own peak. The newest point stands at the right; places without a point stay empty. */
public final class Sparkline extends Region {
    private static final double HEADROOM = 0.85;
    private static final PseudoClass FLAT = PseudoClass.getPseudoClass("flat");

    private final Polyline line = new Polyline();
    private final int places;
    private int points;
    private IntToDoubleFunction values = i -> 0;
    private double peak;

    /** @param places how many points fill the whole width, two or more */
    public Sparkline(int places) {
        this.places = places;
        getStyleClass().add("sparkline");
        line.getStyleClass().add("sparkline-line");
        line.setManaged(false);
        getChildren().add(line);
    }

    /**
     * @param newPoints how many there are, at most the number of places
     * @param newValues value of the point {@code 0} (oldest) to {@code newPoints - 1}
     * @param newPeak the highest value; 0 draws a flat line
     */
    public void show(int newPoints, IntToDoubleFunction newValues, double newPeak) {
        points = newPoints;
        values = newValues;
        peak = newPeak;
        line.pseudoClassStateChanged(FLAT, peak == 0);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - 2;
        double height = getHeight() - 3;
        Double[] coordinates = new Double[points * 2];
        for (int i = 0; i < points; i++) {
            double share = peak == 0 ? 0 : HEADROOM * values.applyAsDouble(i) / peak;
            coordinates[2 * i] = 1 + width * (places - points + i) / (places - 1);
            coordinates[2 * i + 1] = 1.5 + height * (1 - share);
        }
        line.getPoints().setAll(coordinates);
    }
}
