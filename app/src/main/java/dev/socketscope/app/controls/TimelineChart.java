package dev.socketscope.app.controls;

import java.time.ZoneId;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/**
 * Swim lanes over time, with the present as a line and plans ahead of it. It knows nothing of what the bars mean. {@link ChartGestures}
 * says how time is moved, {@link TimelineKeys} how lanes and bars are walked; a click chooses and opens what is under it. JavaFX thread
 * only.
 */
public final class TimelineChart extends Region {
    /** Height of a lane with its title. */
    static final double LANE = 42;
    private static final double TITLE = 13;
    private static final double BAR_TOP = 19;
    private static final double SIDE = 14;
    private static final double TOP = 18;
    private static final double BOTTOM = 22;
    private static final double USUAL_WIDTH = 400;
    private static final double CLICK = 3;

    private final TimeView view;
    private final ZoneId zone = ZoneId.systemDefault();
    private final Canvas canvas = new Canvas();
    private final ChartAxes axes = new ChartAxes();
    private final ChartHover hover = new ChartHover();
    private final ScrollBar bar = new ScrollBar();
    private final TonePaints paints;
    private final TimelinePainter painter;
    private List<TimelineLane> lanes = List.of();
    private Consumer<String> onChosen = key -> {};
    private BiConsumer<String, Long> onOpened = (key, micros) -> {};
    private Runnable onMoved = () -> {};
    private String chosen = "";
    private double pressed;

    public TimelineChart(String name, TimeView view) {
        this.view = view;
        getStyleClass().add("timeline-chart");
        setPadding(new Insets(TOP, SIDE, BOTTOM, SIDE));
        setMinHeight(TOP + LANE + BOTTOM);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText(name);
        canvas.setManaged(false);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setManaged(false);
        bar.setAccessibleText(name);
        bar.valueProperty().subscribe(value -> draw());
        getChildren().addAll(canvas, axes, hover, bar);
        paints = new TonePaints(this, this::draw);
        painter = new TimelinePainter(canvas.getGraphicsContext2D(), view, paints);
        new ChartGestures(this, view, () -> {
            draw();
            onMoved.run();
        });
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> pressed = event.getX());
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> hover.setVisible(false));
        new TimelineKeys(this, view);
    }

    /** What it shows from now on. */
    public void show(List<TimelineLane> newLanes) {
        lanes = List.copyOf(newLanes);
        draw();
    }

    public List<TimelineLane> lanes() {
        return lanes;
    }

    /** Marks the lane that has this key, or a bar with it. */
    public void choose(String key) {
        chosen = key;
        draw();
    }

    /** @param receiver gets the key of the bar or lane */
    public void setOnChosen(Consumer<String> receiver) {
        onChosen = receiver;
    }

    /** @param receiver gets the key of the bar or lane, and the moment in microseconds */
    public void setOnOpened(BiConsumer<String, Long> receiver) {
        onOpened = receiver;
    }

    /** @param moved called after a person has changed which time is shown */
    public void setOnMoved(Runnable moved) {
        onMoved = moved;
    }

    TonePaints paints() {
        return paints;
    }

    /** What is said at the pointer; empty when nothing is. */
    String hovered() {
        return hover.isVisible() ? hover.text() : "";
    }

    /** Draws at once. */
    public void draw() {
        double width = plotWidth();
        if (width < 2 || getHeight() < TOP + BOTTOM) {
            return;
        }
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, getWidth(), getHeight());
        pen.setFont(Font.font("Inter", getFontSize()));
        pen.setTextBaseline(VPos.BASELINE);
        pen.save();
        pen.beginPath();
        pen.rect(0, TOP, getWidth(), getHeight() - TOP - BOTTOM);
        pen.clip();
        for (int i = 0; i < lanes.size(); i++) {
            double top = laneTop(i);
            if (top + LANE > TOP && top < getHeight() - BOTTOM) {
                lane(pen, lanes.get(i), top, width);
            }
        }
        pen.restore();
        now(pen, width);
        axes.clear();
        axes.times(view, SIDE, width, getHeight() - BOTTOM + 4, zone);
        axes.finish();
    }

    private void lane(GraphicsContext pen, TimelineLane lane, double top, double width) {
        if (!chosen.isEmpty() && lane.has(chosen)) {
            pen.setFill(paints.chosen());
            pen.fillRect(0, top, getWidth(), LANE);
        }
        pen.setFill(paints.text());
        pen.fillText(lane.note().isEmpty() ? lane.title() : lane.title() + "   " + lane.note(), SIDE, top + TITLE,
                width);
        for (TimelineBar each : lane.bars()) {
            painter.bar(each, SIDE, top + BAR_TOP, width);
        }
    }

    private void now(GraphicsContext pen, double width) {
        double x = view.x(view.now(), width);
        if (x < 0 || x > width) {
            return;
        }
        pen.setStroke(paints.line());
        pen.setLineDashes(2, 3);
        pen.strokeLine(Math.round(SIDE + x) + 0.5, TOP - 4, Math.round(SIDE + x) + 0.5, getHeight() - BOTTOM);
        pen.setLineDashes();
        pen.setFill(paints.text());
        pen.fillText(Strings.of("chart.now"), Math.min(SIDE + x - 10, getWidth() - 34), TOP - 7);
    }

    private void click(MouseEvent event) {
        int index = laneAt(event.getY());
        if (event.getButton() == MouseButton.PRIMARY && Math.abs(event.getX() - pressed) <= CLICK && index >= 0) {
            TimelineBar under = barAt(lanes.get(index), event.getX());
            pick(under == null ? lanes.get(index).key() : under.key());
            onOpened.accept(chosen, view.at(event.getX() - SIDE, plotWidth()));
        }
    }

    private void point(MouseEvent event) {
        int index = laneAt(event.getY());
        TimelineBar under = index < 0 ? null : barAt(lanes.get(index), event.getX());
        if (under == null) {
            hover.setVisible(false);
        } else {
            explain(under, view.at(event.getX() - SIDE, plotWidth()));
        }
    }

    /** Says at a moment what a bar means. */
    void explain(TimelineBar shown, long micros) {
        String time = ChartTicks.exactTime(micros, zone);
        hover.show(time + "\n" + shown.text(), SIDE + view.x(micros, plotWidth()), TOP, getHeight() - TOP - BOTTOM,
                getWidth() - SIDE);
        setAccessibleHelp(hover.text());
    }

    /** A person has chosen a lane or a bar of it. */
    void pick(String key) {
        chosen = key;
        onChosen.accept(key);
        draw();
    }

    void open(String key, long micros) {
        onOpened.accept(key, micros);
    }

    /** Index of the lane that is chosen, -1 when none is. */
    int chosenLane() {
        for (int i = lanes.size() - 1; i >= 0; i--) {
            if (lanes.get(i).has(chosen)) {
                return i;
            }
        }
        return -1;
    }

    /** Brings a lane into sight. */
    void reveal(int index) {
        hover.setVisible(false);
        bar.setValue(Math.clamp(bar.getValue(), Math.max(0, (index + 1) * LANE - lanesHeight()), index * LANE));
    }

    /** Brings a moment into sight. */
    void reveal(long micros) {
        view.show(micros);
        draw();
        onMoved.run();
    }

    /** The one that is drawn last is the one on top. */
    private @Nullable TimelineBar barAt(TimelineLane lane, double x) {
        for (TimelineBar each : lane.bars().reversed()) {
            double from = view.x(each.from(), plotWidth()) + SIDE - CLICK;
            double to = view.x(each.to() == Long.MAX_VALUE ? view.now() : each.to(), plotWidth()) + SIDE + CLICK;
            if (x >= from && x <= to) {
                return each;
            }
        }
        return null;
    }

    private int laneAt(double y) {
        int index = (int) Math.floor((y - TOP + bar.getValue()) / LANE);
        return y >= TOP && y <= getHeight() - BOTTOM && index < lanes.size() ? index : -1;
    }

    private double laneTop(int index) {
        return TOP + index * LANE - bar.getValue();
    }

    private double plotWidth() {
        return getWidth() - 2 * SIDE;
    }

    private double lanesHeight() {
        return getHeight() - TOP - BOTTOM;
    }

    private static double getFontSize() {
        return Font.getDefault().getSize() - 1.5;
    }

    private void scroll() {
        double hidden = Math.max(0, lanes.size() * LANE - lanesHeight());
        bar.setVisible(hidden > 0);
        bar.setMax(hidden);
        bar.setVisibleAmount(hidden == 0 ? 1 : hidden * lanesHeight() / (lanes.size() * LANE));
        bar.setUnitIncrement(LANE);
        bar.setBlockIncrement(lanesHeight());
        bar.setValue(Math.min(bar.getValue(), hidden));
        double width = bar.prefWidth(-1);
        bar.resizeRelocate(getWidth() - width, TOP, width, lanesHeight());
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        scroll();
        draw();
    }

    @Override
    protected double computePrefWidth(double height) {
        return USUAL_WIDTH;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return TonePaints.metaData();
    }
}
