package dev.socketscope.app.controls;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Many lines over time, each with thousands of points, at the pace of the screen also without a graphics card. It knows nothing of
 * what the lines mean. {@link ChartGestures} says how it is moved; Shift and an arrow key walk from point to point of the line that
 * stands out most.
 * JavaFX thread only.
 */
public final class RttChart extends Region {
    static final int VALUE_STEPS = 6;
    private static final double LEFT = 58;
    private static final double RIGHT = 10;
    private static final double TOP = 20;
    private static final double BOTTOM = 22;
    private static final double LOWEST = 90;
    private static final double USUAL_WIDTH = 400;

    private String unit;
    private final TimeView view;
    private final ZoneId zone = ZoneId.systemDefault();
    private final ImageView image = new ImageView();
    private final ChartAxes axes = new ChartAxes();
    private final ChartHover hover = new ChartHover();
    private final ChartPaints paints;
    private final ChartPainter painter;
    private List<ChartSeries> series = List.of();
    private List<ChartWindow> windows = List.of();
    private @Nullable Plot plot;
    private Runnable onMoved = () -> {};
    private double pointer = Double.NaN;

    /** @param unit of all values, for example {@code ms} */
    public RttChart(String name, String unit, TimeView view) {
        this.unit = unit;
        this.view = view;
        painter = new ChartPainter(view);
        getStyleClass().add("rtt-chart");
        setPadding(new Insets(TOP, RIGHT, BOTTOM, LEFT));
        setMinHeight(LOWEST);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(name);
        image.setManaged(false);
        getChildren().addAll(image, axes, hover);
        paints = new ChartPaints(this, this::draw);
        new ChartGestures(this, view, () -> {
            draw();
            onMoved.run();
        });
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(event.getX()));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> point(Double.NaN));
        addEventHandler(KeyEvent.KEY_PRESSED, this::walk);
    }

    /** @param newUnit of all values from now on */
    public void unit(String newUnit) {
        unit = newUnit;
    }

    /** What it shows from now on; the points in it may change at any time, {@link #draw()} looks at them again. */
    public void show(List<ChartSeries> newSeries, List<ChartWindow> newWindows) {
        series = List.copyOf(newSeries);
        windows = List.copyOf(newWindows);
        draw();
    }

    public List<ChartSeries> series() {
        return series;
    }

    /** @param moved called after a person has changed which time is shown */
    public void setOnMoved(Runnable moved) {
        onMoved = moved;
    }

    /** Draws at once. */
    public void draw() {
        double width = getWidth() - LEFT - RIGHT;
        double height = getHeight() - TOP - BOTTOM;
        if (width < 2 || height < 2) {
            return;
        }
        double pixel = pixel();
        Plot target = plot((int) Math.round(width * pixel), (int) Math.round(height * pixel));
        double scale = painter.scale(series);
        painter.paint(target, paints, series, windows, scale, pixel);
        axes.clear();
        axes.values(scale, LEFT, TOP, height, unit);
        if (!windows.isEmpty() || series.stream().anyMatch(each -> each.points().size() > 0)) {
            axes.times(view, LEFT, width, getHeight() - BOTTOM + 4, zone);
        }
        axes.windows(windows, view, LEFT, width);
        axes.finish();
        hover();
    }

    /** The chart as it is now. */
    public byte[] png() {
        return Png.encode(snapshot(new SnapshotParameters(), null));
    }

    /** What is in sight, for other programs. */
    public String csv() {
        return ChartCsv.of(series, view, unit);
    }

    ChartPaints paints() {
        return paints;
    }

    /** What is said at the pointer; empty when nothing is. */
    String hovered() {
        return hover.isVisible() ? hover.text() : "";
    }

    private Plot plot(int width, int height) {
        Plot before = plot;
        if (before != null && before.width() == width && before.height() == height) {
            return before;
        }
        Plot fresh = new Plot(width, height);
        plot = fresh;
        image.setImage(fresh.image());
        image.setFitWidth(getWidth() - LEFT - RIGHT);
        image.setFitHeight(getHeight() - TOP - BOTTOM);
        image.relocate(LEFT, TOP);
        return fresh;
    }

    private double pixel() {
        Window window = getScene() == null ? null : getScene().getWindow();
        return window == null ? 1 : window.getOutputScaleX();
    }

    private void point(double x) {
        pointer = x;
        hover();
    }

    private void hover() {
        double width = getWidth() - LEFT - RIGHT;
        boolean inside = pointer >= LEFT && pointer <= LEFT + width;
        if (!inside) {
            hover.setVisible(false);
            return;
        }
        double height = getHeight() - TOP - BOTTOM;
        long at = view.at(pointer - LEFT, width);
        hover.show(ChartHover.text(at, windows, series, unit, zone, ChartHover.lines(height)), pointer, TOP, height,
                getWidth() - RIGHT);
    }

    /** The moment at a place of this node. */
    long moment(double x) {
        return view.at(x - LEFT, getWidth() - LEFT - RIGHT);
    }

    /** The moment at which the values are read off; the last one in sight when they are not. */
    long walkedTo() {
        return Double.isNaN(pointer) ? view.to() : moment(pointer);
    }

    String time(long micros) {
        return ChartTicks.exactTime(micros, zone);
    }

    /** The line that comes nearest to a place of this node; null when none has a value near it. */
    @Nullable
    ChartSeries nearest(double x, double y) {
        double height = getHeight() - TOP - BOTTOM;
        double scale = painter.scale(series);
        long at = moment(x);
        ChartSeries found = null;
        double least = Double.MAX_VALUE;
        for (ChartSeries each : series) {
            int index = each.points().nearest(at);
            if (index >= 0 && Math.abs(each.points().time(index) - at) <= each.breakMicros()) {
                float value = each.points().value(index);
                double away = Math.abs(TOP + height * (1 - (Float.isNaN(value) ? 0 : value) / scale) - y);
                least = Math.min(least, away);
                found = away == least ? each : found;
            }
        }
        return found;
    }

    /** The line that stands out; null when there is none. */
    @Nullable
    ChartSeries foremost() {
        return series.stream().min(Comparator.comparingDouble(each -> -each.opacity())).orElse(null);
    }

    /** Whoever has no mouse goes from point to point. */
    private void walk(KeyEvent event) {
        boolean back = event.getCode() == KeyCode.LEFT;
        if (!event.isShiftDown() || !back && event.getCode() != KeyCode.RIGHT || series.isEmpty()) {
            return;
        }
        ChartPoints points = Objects.requireNonNull(foremost()).points();
        double width = getWidth() - LEFT - RIGHT;
        long from = Double.isNaN(pointer) ? view.to() : view.at(pointer - LEFT, width);
        int index = points.nearest(from) + (Double.isNaN(pointer) ? 0 : back ? -1 : 1);
        if (index >= 0 && index < points.size()) {
            view.hold();
            view.show(points.time(index));
            pointer = LEFT + view.x(points.time(index), width);
            draw();
            onMoved.run();
            setAccessibleHelp(hovered());
        }
        event.consume();
    }

    @Override
    protected void layoutChildren() {
        draw();
    }

    @Override
    protected double computePrefWidth(double height) {
        return USUAL_WIDTH;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return ChartPaints.metaData();
    }
}
