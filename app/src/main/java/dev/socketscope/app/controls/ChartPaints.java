package dev.socketscope.app.controls;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.Observable;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** The colours of an {@link RttChart}, as the style sheets give them: {@code -ss-chart-…}. */
final class ChartPaints {
    private static final StyleablePropertyFactory<RttChart> FACTORY = new StyleablePropertyFactory<>(
            Region.getClassCssMetaData());

    private final List<StyleableProperty<Color>> lines = new ArrayList<>();
    private final StyleableProperty<Color> ground;
    private final StyleableProperty<Color> grid;
    private final StyleableProperty<Color> window;
    private final StyleableProperty<Color> missed;

    ChartPaints(RttChart chart, Runnable changed) {
        for (int i = 0; i < ChartSeries.COLOURS; i++) {
            int number = i;
            lines.add(listened(FACTORY.createStyleableColorProperty(chart, "line" + i, "-ss-chart-line-" + i,
                    any -> any.paints().lines.get(number), Color.GRAY), changed));
        }
        ground = listened(FACTORY.createStyleableColorProperty(chart, "ground", "-ss-chart-ground",
                any -> any.paints().ground, Color.BLACK), changed);
        grid = listened(FACTORY.createStyleableColorProperty(chart, "grid", "-ss-chart-grid",
                any -> any.paints().grid, Color.GRAY), changed);
        window = listened(FACTORY.createStyleableColorProperty(chart, "window", "-ss-chart-window",
                any -> any.paints().window, Color.TRANSPARENT), changed);
        missed = listened(FACTORY.createStyleableColorProperty(chart, "missed", "-ss-chart-missed",
                any -> any.paints().missed, Color.ORANGE), changed);
    }

    static List<CssMetaData<? extends Styleable, ?>> metaData() {
        return FACTORY.getCssMetaData();
    }

    Color line(int number) {
        return lines.get(number % ChartSeries.COLOURS).getValue();
    }

    Color ground() {
        return ground.getValue();
    }

    Color grid() {
        return grid.getValue();
    }

    Color window() {
        return window.getValue();
    }

    Color missed() {
        return missed.getValue();
    }

    private static StyleableProperty<Color> listened(StyleableProperty<Color> property, Runnable changed) {
        if (property instanceof Observable observable) {
            observable.addListener(any -> changed.run());
        }
        return property;
    }
}
