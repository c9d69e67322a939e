package dev.socketscope.app.controls;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The hair line at the pointer, and what the lines say there. */
final class ChartHover extends Group {
    private static final double GAP = 10;
    /** More lines than these cannot be read beside a pointer. */
    private static final int MOST_LINES = 12;

    private final Region hair = new Region();
    private final Label values = new Label();

    ChartHover() {
        hair.getStyleClass().add("chart-hair");
        values.getStyleClass().addAll("chart-values", "figures");
        getChildren().addAll(hair, values);
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    /** Says what stands at a moment. */
    static String text(long micros, List<ChartSeries> series, String unit, String missed, ZoneId zone) {
        StringJoiner text = new StringJoiner("\n");
        text.add(ChartTicks.exactTime(micros, zone));
        for (ChartSeries each : series.subList(0, Math.min(MOST_LINES, series.size()))) {
            int index = each.points().nearest(micros);
            if (index >= 0 && Math.abs(each.points().time(index) - micros) <= each.breakMicros()) {
                float value = each.points().value(index);
                text.add(each.name() + "  "
                        + (Float.isNaN(value) ? missed : Units.millis(Math.round(value * 1000.0)) + " " + unit));
            }
        }
        if (series.size() > MOST_LINES) {
            text.add(String.format(Locale.ROOT, "+%d", series.size() - MOST_LINES));
        }
        return text.toString();
    }

    /** @param right edge of the plot */
    void show(String text, double x, double top, double height, double right) {
        values.setText(text);
        values.autosize();
        hair.resizeRelocate(Math.round(x), top, 1, height);
        double wanted = x + GAP;
        double width = values.prefWidth(-1);
        values.relocate(wanted + width <= right ? wanted : Math.max(0, x - GAP - width), top + GAP);
        setVisible(true);
    }

    String text() {
        return values.getText();
    }
}
