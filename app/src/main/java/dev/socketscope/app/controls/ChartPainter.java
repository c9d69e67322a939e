package dev.socketscope.app.controls;

import java.util.List;
import javafx.scene.paint.Color;

/**
 * Draws what a chart shows into a {@link Plot}: shaded windows, grid, lines as spans of columns, markers for what was missing. Its cost
 * grows with points and pixels, and hardly with the number of lines.
 */
final class ChartPainter {
    private static final double HEADROOM = 1.12;
    private static final double SMALLEST_SCALE = 0.01;
    private static final double RADIUS = 4;
    /** A dash and the gap behind it, in pixels of the scene, and how strongly a gap is drawn. */
    private static final double DASH = 6;
    private static final double GAP = 4;
    private static final double FAINT = 0.22;

    private final ColumnSpans spans = new ColumnSpans();
    private final TimeView view;

    ChartPainter(TimeView view) {
        this.view = view;
    }

    /** What the whole height stands for: a little more than the highest value in sight; 0 when there is none. */
    double scale(List<ChartSeries> series) {
        float highest = -1;
        for (ChartSeries each : series) {
            ChartPoints points = each.points();
            int end = points.from(view.to());
            for (int i = points.from(view.from()); i < end; i++) {
                float value = points.value(i);
                if (value > highest) {
                    highest = value;
                }
            }
        }
        return highest < 0 ? 0 : Math.max(SMALLEST_SCALE, highest * HEADROOM);
    }

    /** @param pixel how many pixels of the plot stand for one of the scene */
    void paint(Plot plot, ChartPaints paints, List<ChartSeries> series, List<ChartWindow> windows, double scale,
            double pixel) {
        plot.clear(paints.ground());
        for (ChartWindow window : windows) {
            int from = (int) Math.round(view.x(Math.max(window.from(), view.from()), plot.width()));
            int to = (int) Math.round(view.x(Math.min(window.to(), Math.min(view.now(), view.to())), plot.width()));
            plot.fill(from, 0, to, plot.height(), paints.window());
        }
        if (scale > 0) {
            grid(plot, paints.grid(), scale);
        }
        for (ChartSeries each : series) {
            line(plot, each, paints.line(each.colour()), scale, pixel);
        }
        for (ChartSeries each : series) {
            markers(plot, each, paints.missed(), scale, pixel);
        }
        plot.publish();
    }

    private static void grid(Plot plot, Color colour, double scale) {
        double step = ChartTicks.valueStep(scale, RttChart.VALUE_STEPS);
        for (double value = 0; value < scale; value += step) {
            int y = (int) Math.min(plot.height() - 1.0, y(value, scale, plot));
            plot.fill(0, y, plot.width(), y + 1, colour);
        }
    }

    private void line(Plot plot, ChartSeries series, Color colour, double scale, double pixel) {
        spans.reset(plot.width());
        ChartPoints points = series.points();
        int end = Math.min(points.size(), points.from(view.to()) + 1);
        double lastX = Double.NaN;
        double lastY = 0;
        long last = 0;
        boolean alone = false;
        for (int i = Math.max(0, points.from(view.from()) - 1); i < end; i++) {
            float value = points.value(i);
            long at = points.time(i);
            double x = view.x(at, plot.width());
            double y = y(value, scale, plot);
            boolean known = !Float.isNaN(value);
            boolean joined = known && !Double.isNaN(lastX) && at - last <= series.breakMicros();
            if (alone && !joined) {
                dot(plot, lastX, lastY, series, colour, pixel);
            }
            alone = known && !joined;
            if (!known) {
                lastX = Double.NaN;
                continue;
            }
            spans.stroke(joined ? lastX : x, joined ? lastY : y, x, y);
            lastX = x;
            lastY = y;
            last = at;
        }
        if (alone) {
            dot(plot, lastX, lastY, series, colour, pixel);
        }
        spread(plot, Plot.rgb(colour), series, pixel);
    }

    /** A value with none beside it that a line could lead to, such as the first. */
    private static void dot(Plot plot, double x, double y, ChartSeries series, Color colour, double pixel) {
        plot.ring(x, y, pixel, 2 * pixel, colour.deriveColor(0, 1, 1, series.opacity()));
    }

    private void spread(Plot plot, int rgb, ChartSeries series, double pixel) {
        double half = 0.75 * pixel;
        int period = (int) Math.round((DASH + GAP) * pixel);
        // Dashes stand still in time, not on the screen.
        long begin = Math.round((double) view.from() / view.span() * plot.width());
        for (int x = 0; x < plot.width(); x++) {
            if (!spans.isEmpty(x)) {
                boolean gap = series.dashed() && Math.floorMod(begin + x, period) >= DASH * pixel;
                double opacity = gap ? series.opacity() * FAINT : series.opacity();
                plot.span(x, spans.low(x) - half, spans.high(x) + half, rgb, opacity);
            }
        }
    }

    /** At the height of the point before, and at most one in a few pixels. */
    private void markers(Plot plot, ChartSeries series, Color colour, double scale, double pixel) {
        ChartPoints points = series.points();
        int end = points.from(view.to());
        double last = Double.NEGATIVE_INFINITY;
        for (int i = points.from(view.from()); i < end; i++) {
            double x = view.x(points.time(i), plot.width());
            if (Float.isNaN(points.value(i)) && x - last > RADIUS * pixel) {
                float before = i == 0 || Float.isNaN(points.value(i - 1)) ? 0 : points.value(i - 1);
                plot.ring(x, y(before, scale, plot), RADIUS * pixel, 2 * pixel, colour);
                last = x;
            }
        }
    }

    private static double y(double value, double scale, Plot plot) {
        return plot.height() * (1 - value / Math.max(SMALLEST_SCALE, scale));
    }
}
