package dev.socketscope.app.controls;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Labelled bars one below the other, each where it began and as long as it took. */
public final class Waterfall extends GridPane {
    /**
     * @param start in any unit, 0 or more
     * @param length in the same unit; a bar that ends behind the scale is cut off there
     * @param value beside the bar
     * @param styleClass gives the bar its colour
     */
    public record Bar(String label, double start, double length, String value, String styleClass) {}

    public Waterfall() {
        getStyleClass().add("waterfall");
        ColumnConstraints labels = new ColumnConstraints();
        labels.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints tracks = new ColumnConstraints();
        tracks.setHgrow(Priority.ALWAYS);
        getColumnConstraints().setAll(labels, tracks);
    }

    /** @param scale what the whole width stands for, in the bars' unit */
    public void show(List<Bar> bars, double scale) {
        getChildren().clear();
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            Label label = new Label(bar.label());
            label.getStyleClass().add("muted");
            addRow(i, label, new Track(bar, scale));
        }
    }

    /** One bar with its value, which stands before the bar when there is no room behind it, and on it when there is none there either. */
    private static final class Track extends Region {
        private static final PseudoClass INSIDE = PseudoClass.getPseudoClass("inside");
        private static final double GAP = 8;
        private static final double THICKNESS = 13;
        private static final double THINNEST = 3;

        private final Bar bar;
        private final double scale;
        private final Region body = new Region();
        private final Label value;

        Track(Bar bar, double scale) {
            this.bar = bar;
            this.scale = scale;
            body.getStyleClass().addAll("waterfall-bar", bar.styleClass());
            value = new Label(bar.value());
            value.getStyleClass().addAll("figures", "muted", "waterfall-value");
            value.setAlignment(Pos.CENTER_LEFT);
            setMinHeight(20);
            getChildren().setAll(body, value);
            setAccessibleText(bar.label() + " " + bar.value());
        }

        @Override
        protected void layoutChildren() {
            double width = getWidth();
            double x = scale <= 0 ? 0 : Math.min(width - THINNEST, width * bar.start() / scale);
            double length = scale <= 0 ? THINNEST : Math.clamp(width * bar.length() / scale, THINNEST, width - x);
            body.resizeRelocate(x, (getHeight() - THICKNESS) / 2, length, THICKNESS);
            double room = value.prefWidth(-1);
            double behind = x + length + GAP;
            boolean inside = behind + room > width && x - GAP - room < 0;
            value.pseudoClassStateChanged(INSIDE, inside);
            double place = inside ? x + GAP : behind + room <= width ? behind : x - GAP - room;
            value.resizeRelocate(place, 0, Math.min(room, width - place), getHeight());
        }
    }
}
