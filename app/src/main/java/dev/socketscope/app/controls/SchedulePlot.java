package dev.socketscope.app.controls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** Rows, lines and bars of a {@link ScheduleChart}. */
final class SchedulePlot extends Pane {
    static final double ROW = 36;
    private static final double BAR = 24;
    private static final double HEAD = 176;
    private static final double NARROW_HEAD = 136;
    private static final double NARROW = 620;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final ScheduleScale scale;
    private final ScheduleChart chart;
    private final ScheduleAxis axis;
    private final Pane lanes = new Pane();
    private final Pane lines = new Pane();
    private final Rectangle clip = new Rectangle();
    private final Region playHead = new Region();
    private final Label bubble = new Label();
    private final List<HBox> heads = new ArrayList<>();
    private final List<ScheduleBar> bars = new ArrayList<>();
    private long clock = -1;

    SchedulePlot(ScheduleChart chart, ScheduleScale scale, ScheduleAxis axis) {
        this.chart = chart;
        this.scale = scale;
        this.axis = axis;
        getStyleClass().add("schedule-plot");
        lanes.setManaged(false);
        lanes.setPickOnBounds(false);
        lanes.setClip(clip);
        lines.setMouseTransparent(true);
        lines.setManaged(false);
        playHead.getStyleClass().add("schedule-head");
        playHead.setManaged(false);
        playHead.setMouseTransparent(true);
        playHead.setVisible(false);
        bubble.getStyleClass().addAll("chart-values", "figures");
        bubble.setManaged(false);
        bubble.setMouseTransparent(true);
        bubble.setVisible(false);
    }

    void show(List<ScheduleItem> items) {
        bars.clear();
        heads.clear();
        items.forEach(item -> {
            ScheduleBar bar = new ScheduleBar(item);
            ScheduleDrag.install(chart, bar);
            bars.add(bar);
            heads.add(head(item));
        });
        lanes.getChildren().setAll(lines);
        lanes.getChildren().addAll(bars);
        lanes.getChildren().add(playHead);
        getChildren().setAll(heads);
        getChildren().addAll(lanes, bubble);
        setMinHeight(items.size() * ROW + ROW);
        requestLayout();
    }

    void choose(String key) {
        for (int i = 0; i < bars.size(); i++) {
            boolean chosen = bars.get(i).item().key().equals(key);
            bars.get(i).choose(chosen);
            heads.get(i).pseudoClassStateChanged(CHOSEN, chosen);
        }
    }

    void playHead(long millis) {
        clock = millis;
        placeHead();
    }

    void preview(ScheduleBar bar, ScheduleItem moved) {
        place(bar, moved);
        boolean end = moved.end() != ScheduleItem.OPEN && !moved.instant();
        bubble.setText(ScheduleScale.text(moved.begin()) + (end ? " – " + ScheduleScale.text(moved.end()) : ""));
        bubble.autosize();
        bubble.relocate(Math.max(left(), left() + bar.getLayoutX()), Math.max(0, bar.getLayoutY() - 24));
        bubble.setVisible(true);
    }

    void endPreview() {
        bubble.setVisible(false);
    }

    /** The row at a height; empty for none. */
    String keyAt(double y) {
        int row = (int) (y / ROW);
        return row >= 0 && row < bars.size() ? bars.get(row).item().key() : "";
    }

    void bringIntoSight(String key, ScrollPane scroll) {
        Optional<ScheduleBar> bar = bars.stream().filter(each -> each.item().key().equals(key)).findFirst();
        double room = getHeight() - scroll.getViewportBounds().getHeight();
        if (bar.isPresent() && room > 0) {
            double top = scroll.getVvalue() * room;
            double y = bars.indexOf(bar.get()) * ROW;
            if (y < top || y + ROW > top + scroll.getViewportBounds().getHeight()) {
                scroll.setVvalue(Math.clamp((y - ROW) / room, 0, 1));
            }
        }
    }

    /** Where the scale begins. */
    double left() {
        return getWidth() < NARROW ? NARROW_HEAD : HEAD;
    }

    double lanesWidth() {
        return Math.max(1, getWidth() - left());
    }

    @Override
    protected void layoutChildren() {
        scale.width(lanesWidth());
        lanes.resizeRelocate(left(), 0, lanesWidth(), getHeight());
        clip.setX(-8);
        clip.setWidth(lanesWidth() + 8);
        clip.setHeight(getHeight());
        for (int i = 0; i < bars.size(); i++) {
            heads.get(i).resizeRelocate(0, i * ROW, getWidth(), ROW);
            place(bars.get(i), bars.get(i).item());
        }
        drawLines();
        placeHead();
    }

    private void place(ScheduleBar bar, ScheduleItem item) {
        bar.place(item, scale, lanesWidth(), bars.indexOf(bar) * ROW + (ROW - BAR) / 2, BAR);
    }

    private void drawLines() {
        List<Long> ticks = scale.ticks();
        while (lines.getChildren().size() < ticks.size()) {
            Region line = new Region();
            line.getStyleClass().add("schedule-line");
            lines.getChildren().add(line);
        }
        for (int i = 0; i < lines.getChildren().size(); i++) {
            Region line = (Region) lines.getChildren().get(i);
            line.setVisible(i < ticks.size());
            if (i < ticks.size()) {
                line.resizeRelocate(Math.round(scale.x(ticks.get(i))), 0, 1, getHeight());
            }
        }
        lines.toBack();
    }

    private void placeHead() {
        playHead.setVisible(clock >= 0);
        playHead.resizeRelocate(Math.round(scale.x(Math.max(0, clock))) - 1, 0, 2, getHeight());
        axis.show(scale, left(), clock);
    }

    private HBox head(ScheduleItem item) {
        Label title = new Label(item.title());
        title.getStyleClass().add("strong");
        Label note = new Label(item.note());
        note.getStyleClass().addAll("muted", "data");
        note.setMinWidth(0);
        title.setMinWidth(Region.USE_PREF_SIZE);
        HBox names = new HBox(title, note);
        names.getStyleClass().add("schedule-names");
        names.maxWidthProperty().bind(widthProperty().map(now -> left() - 8));
        HBox row = new HBox(names);
        row.getStyleClass().add("schedule-row");
        row.setMouseTransparent(true);
        return row;
    }
}
