package dev.socketscope.app.controls;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A {@link ScheduleChart} without a mouse. Up and down: choose; left and right: move in time, with Shift the end; Delete; Ctrl+D: duplicate;
 * Insert: add; plus, minus and 0: zoom.
 */
final class ScheduleKeys {
    private static final double NOTCH = 1.4;
    private final ScheduleChart chart;

    ScheduleKeys(ScheduleChart chart) {
        this.chart = chart;
        chart.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (Keys.shortcut(KeyCode.D).match(event)) {
                chart.chosenItem().ifPresent(item -> chart.actions().duplicated(item.key()));
                event.consume();
            } else if (!event.isShortcutDown() && !event.isAltDown() && key(event)) {
                event.consume();
            }
        });
    }

    private boolean key(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> chart.chooseNext(-1);
            case DOWN -> chart.chooseNext(1);
            case LEFT -> shift(-1, event.isShiftDown());
            case RIGHT -> shift(1, event.isShiftDown());
            case DELETE, BACK_SPACE -> chart.chosenItem().ifPresent(item -> chart.actions().deleted(item.key()));
            case INSERT -> chart.addAtChosen();
            case PLUS, EQUALS, ADD -> chart.zoom(1 / NOTCH);
            case MINUS, SUBTRACT -> chart.zoom(NOTCH);
            case DIGIT0, NUMPAD0 -> chart.fit();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void shift(int steps, boolean end) {
        long by = steps * chart.scale().snap();
        chart.chosenItem().ifPresent(item -> {
            if (!end) {
                chart.actions().moved(item.key(), chart.scale().snapped(item.begin() + by));
            } else if (item.resizable() && item.end() != ScheduleItem.OPEN) {
                long to = Math.max(item.begin() + chart.scale().snap(), chart.scale().snapped(item.end() + by));
                chart.actions().resized(item.key(), to);
            }
        });
    }
}
