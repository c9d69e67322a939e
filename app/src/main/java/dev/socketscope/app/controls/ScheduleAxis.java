package dev.socketscope.app.controls;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The times above a {@link ScheduleChart}, and the play head's. */
final class ScheduleAxis extends Pane {
    static final double HEIGHT = 26;
    private static final double BESIDE_HEAD = 46;
    private final List<Label> labels = new ArrayList<>();
    private final Label head = new Label();

    ScheduleAxis() {
        getStyleClass().add("schedule-axis");
        setMinHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        head.getStyleClass().addAll("schedule-clock", "figures");
        head.setVisible(false);
        getChildren().add(head);
    }

    /** @param left where the start of the scale stands */
    void show(ScheduleScale scale, double left, long clock) {
        List<Long> ticks = scale.ticks();
        while (labels.size() < ticks.size()) {
            Label label = new Label();
            label.getStyleClass().addAll("chart-label", "figures");
            labels.add(label);
            getChildren().addFirst(label);
        }
        double covered = clock < 0 ? Double.NEGATIVE_INFINITY : scale.x(clock);
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            label.setVisible(i < ticks.size() && Math.abs(scale.x(ticks.get(i)) - covered) > BESIDE_HEAD);
            if (i < ticks.size()) {
                label.setText(ScheduleScale.text(ticks.get(i)));
                place(label, left, scale.x(ticks.get(i)));
            }
        }
        head.setVisible(clock >= 0 && scale.x(clock) >= 0);
        if (head.isVisible()) {
            head.setText(ScheduleScale.text(clock / 100 * 100));
            place(head, left, scale.x(clock));
        }
    }

    /** Centred above its moment, as far as there is room to the left. */
    private static void place(Region label, double left, double x) {
        label.autosize();
        double width = label.prefWidth(-1);
        label.relocate(Math.round(Math.max(left - 4, left + x - width / 2)),
                Math.round((HEIGHT - label.prefHeight(-1)) / 2));
    }
}
