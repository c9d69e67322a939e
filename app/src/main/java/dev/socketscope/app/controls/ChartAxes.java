package dev.socketscope.app.controls;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Group;
import javafx.scene.control.Label;

/** The words at a chart's edges: values at the left, times below, names of shaded windows above. */
final class ChartAxes extends Group {
    private static final double PER_TIME = 96;
    private static final double GAP = 6;

    private final List<Label> labels = new ArrayList<>();
    /** What has the font and colours of the window it stands in. */
    private final Set<Label> styled = new HashSet<>();
    private int used;

    ChartAxes() {
        setManaged(false);
        setMouseTransparent(true);
        sceneProperty().subscribe(scene -> styled.clear());
    }

    /** Begins anew. */
    void clear() {
        used = 0;
    }

    /** Takes away what was there before and is not any more. */
    void finish() {
        for (int i = used; i < labels.size(); i++) {
            labels.get(i).setVisible(false);
        }
    }

    /** @param scale 0 when there is no value to read */
    void values(double scale, double left, double top, double height, String unit) {
        if (scale <= 0) {
            return;
        }
        double step = ChartTicks.valueStep(scale, RttChart.VALUE_STEPS);
        for (double value = 0; value < scale; value += step) {
            Label label = next("chart-label", number(value, step) + " " + unit);
            label.setVisible(true);
            double y = top + height * (1 - value / scale) - label.prefHeight(-1) / 2;
            label.relocate(Math.max(0, left - GAP - label.prefWidth(-1)), Math.round(y));
        }
    }

    void times(TimeView view, double left, double width, double top, ZoneId zone) {
        long step = ChartTicks.timeStep(view.span(), Math.max(1, (int) (width / PER_TIME)));
        for (long at = ChartTicks.firstTick(view.from(), step, zone); at <= view.to(); at += step) {
            Label label = next("chart-label", ChartTicks.time(at, step, zone));
            double half = label.prefWidth(-1) / 2;
            double x = view.x(at, width);
            label.setVisible(x >= half - left && x + half <= width + GAP);
            label.relocate(Math.round(left + x - half), top);
        }
    }

    void windows(List<ChartWindow> windows, TimeView view, double left, double width) {
        double taken = 0;
        for (ChartWindow window : windows) {
            double from = view.x(window.from(), width);
            double to = view.x(Math.min(window.to(), view.now()), width);
            if (to < 0 || from > width) {
                continue;
            }
            Label label = next("chart-window-label", "⚡ " + window.label());
            double room = label.prefWidth(-1);
            double x = Math.clamp(from, 0, Math.max(0, width - room));
            label.setVisible(x >= taken);
            label.relocate(left + x, 0);
            taken = label.isVisible() ? x + room + GAP : taken;
        }
    }

    private Label next(String style, String text) {
        if (used == labels.size()) {
            Label label = new Label();
            labels.add(label);
            getChildren().add(label);
        }
        Label label = labels.get(used++);
        label.setText(text);
        // Only where it is another one: a chart is drawn several times a second, and styles are found out anew whenever they are asked for.
        if (!label.getStyleClass().getLast().equals(style)) {
            label.getStyleClass().setAll("label", "figures", style);
            styled.remove(label);
        }
        // Outside of a window its colours are not known, and nobody sees them.
        if (getScene() != null && styled.add(label)) {
            label.setVisible(true);
            label.applyCss();
        }
        label.autosize();
        return label;
    }

    /** As many decimal places as the step has, so that no two labels are the same. */
    static String number(double value, double step) {
        int digits = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
