package dev.socketscope.app.controls;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The hair line at the pointer, and what the lines say there. */
final class ChartHover extends Group {
    private static final double GAP = 10;
    /** Height of a line of text, roughly. */
    private static final double LINE = 17;

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

    /** So many lines of text have room in a height. */
    static int lines(double height) {
        return (int) Math.max(3, (height - 2 * GAP) / LINE);
    }

    /**
     * Says what stands at a moment: the shaded times it lies in, then what was missing, then the values.
     *
     * @param most lines of text, 3 or more; the last one says how many there would be more
     */
    static String text(long micros, List<ChartWindow> windows, List<ChartSeries> series, String unit, ZoneId zone,
            int most) {
        List<String> missed = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (ChartSeries each : series) {
            int index = each.points().nearest(micros);
            if (index >= 0 && Math.abs(each.points().time(index) - micros) <= each.breakMicros()) {
                float value = each.points().value(index);
                if (Float.isNaN(value)) {
                    missed.add(Strings.of("chart.missed", each.name(),
                            ChartTicks.exactTime(each.points().time(index), zone)));
                } else {
                    values.add(each.name() + "  " + Units.millis(Math.round(value * 1000.0)) + " " + unit);
                }
            }
        }
        List<String> all = new ArrayList<>(List.of(ChartTicks.exactTime(micros, zone)));
        windows.stream().filter(window -> window.has(micros)).forEach(window -> all.add("⚡ " + window.text()));
        all.addAll(missed);
        all.addAll(values);
        if (all.size() <= most) {
            return String.join("\n", all);
        }
        return String.join("\n", all.subList(0, most - 1)) + "\n"
                + Strings.of("chart.more", Units.count(all.size() - most + 1));
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
