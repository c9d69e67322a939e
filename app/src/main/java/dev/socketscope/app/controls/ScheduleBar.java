package dev.socketscope.app.controls;

import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** One item of a {@link ScheduleChart}: a bar with a handle at its end, or a mark with its text beside it. */
final class ScheduleBar extends HBox {
    /** What is shorter could not be caught. */
    private static final double LEAST_WIDTH = 14;
    private static final double HANDLE = 9;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Label label = new Label();
    private final Region mark = new Region();
    private final Region handle = new Region();
    private ScheduleItem item;

    ScheduleBar(ScheduleItem item) {
        this.item = item;
        setManaged(false);
        setAlignment(Pos.CENTER_LEFT);
        setId("schedule-" + item.key());
        Tooltip.install(this, new Tooltip(item.words()));
        String tone = "tone-" + item.tone().name().toLowerCase(Locale.ROOT);
        label.setText(item.text());
        if (item.instant()) {
            getStyleClass().add("schedule-point");
            mark.getStyleClass().addAll("schedule-mark", tone);
            mark.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            mark.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            getChildren().addAll(mark, label);
        } else {
            getStyleClass().addAll("schedule-bar", tone);
            if (item.end() == ScheduleItem.OPEN) {
                getStyleClass().add("open-end");
            }
            label.setMinWidth(0);
            label.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(label, Priority.ALWAYS);
            handle.setMinWidth(HANDLE);
            handle.getStyleClass().add("schedule-handle");
            handle.setCursor(Cursor.H_RESIZE);
            handle.setVisible(item.resizable());
            getChildren().addAll(label, handle);
        }
        setCursor(Cursor.HAND);
    }

    ScheduleItem item() {
        return item;
    }

    void choose(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
    }

    /** Whether a place of this bar is the end that can be dragged. */
    boolean atHandle(double x) {
        return item.resizable() && !item.instant() && x >= getWidth() - HANDLE;
    }

    /** Stands for another time, without being another item. */
    void place(ScheduleItem now, ScheduleScale scale, double plotWidth, double top, double height) {
        item = now;
        double x = scale.x(now.begin());
        if (now.instant()) {
            double half = mark.prefWidth(-1) / 2;
            double wide = prefWidth(-1);
            boolean textBefore = x - half + wide > plotWidth && x + half > wide;
            if (textBefore == (getChildren().getFirst() == mark)) {
                getChildren().setAll(textBefore ? List.of(label, mark) : List.of(mark, label));
            }
            resizeRelocate(textBefore ? x + half - wide : x - half, top, wide, height);
        } else {
            double end = now.end() == ScheduleItem.OPEN ? plotWidth : scale.x(now.end());
            // A bar that begins long before what is shown would be wider than textures can be.
            double left = Math.max(-40, x);
            resizeRelocate(left, top, Math.max(LEAST_WIDTH, Math.min(end, plotWidth + 40) - left), height);
        }
    }
}
