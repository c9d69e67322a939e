package dev.socketscope.app.controls;

import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Moves a bar in time, or its end, while the mouse is down. Times snap unless Alt is held; nothing is changed until the mouse is up. */
final class ScheduleDrag {
    /** A hand is never quite still. */
    private static final double STILL = 3;

    private final ScheduleChart chart;
    private final ScheduleBar bar;
    private final ScheduleItem before;
    private final boolean end;
    private final double pressed;
    private boolean moving;

    private ScheduleDrag(ScheduleChart chart, ScheduleBar bar, MouseEvent event) {
        this.chart = chart;
        this.bar = bar;
        before = bar.item();
        end = bar.atHandle(event.getX());
        pressed = event.getSceneX();
    }

    static void install(ScheduleChart chart, ScheduleBar bar) {
        bar.setOnMousePressed(event -> {
            chart.take(bar.item().key());
            if (event.getButton() == MouseButton.PRIMARY) {
                ScheduleDrag drag = new ScheduleDrag(chart, bar, event);
                bar.setOnMouseDragged(drag::drag);
                bar.setOnMouseReleased(drag::release);
            }
            event.consume();
        });
    }

    private void drag(MouseEvent event) {
        moving = moving || Math.abs(event.getSceneX() - pressed) > STILL;
        if (moving) {
            chart.preview(bar, moved(event));
        }
        event.consume();
    }

    private void release(MouseEvent event) {
        bar.setOnMouseDragged(null);
        bar.setOnMouseReleased(null);
        if (moving) {
            chart.drop(bar, before, moved(event));
        }
        event.consume();
    }

    private ScheduleItem moved(MouseEvent event) {
        ScheduleScale scale = chart.scale();
        double shift = event.getSceneX() - pressed;
        long from = end ? before.end() == ScheduleItem.OPEN ? scale.at(bar.getLayoutX() + bar.getWidth() - shift)
                : before.end() : before.begin();
        long to = scale.at(scale.x(from) + shift);
        long snapped = event.isAltDown() ? to : scale.snapped(to);
        return end ? before.until(Math.max(before.begin() + 1, snapped)) : before.at(snapped);
    }
}
