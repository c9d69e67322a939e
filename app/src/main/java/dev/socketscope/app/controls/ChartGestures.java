package dev.socketscope.app.controls;

import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/**
 * How time is moved in a chart. Wheel: zoom at the pointer; drag: pan; double click and End: follow the present; arrow keys: pan; plus
 * and minus: zoom; space: hold and go on.
 */
final class ChartGestures {
    private static final double NOTCH = 1.2;
    private static final double WHEEL = 40;
    private static final double KEY_SHARE = 0.1;

    private final Region chart;
    private final TimeView view;
    private final Runnable moved;
    private double dragged = Double.NaN;

    ChartGestures(Region chart, TimeView view, Runnable moved) {
        this.chart = chart;
        this.view = view;
        this.moved = moved;
        chart.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        chart.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        chart.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        chart.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> dragged = Double.NaN);
        chart.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        chart.setFocusTraversable(true);
    }

    private void scroll(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            double share = plotWidth() <= 0 ? 1 : Math.clamp((event.getX() - plotX()) / plotWidth(), 0, 1);
            view.zoom(Math.pow(NOTCH, -event.getDeltaY() / WHEEL), share);
        } else if (event.getDeltaX() != 0) {
            view.pan(-event.getDeltaX() / plotWidth());
        }
        done(event);
    }

    private void press(MouseEvent event) {
        chart.requestFocus();
        if (event.getButton() == MouseButton.PRIMARY) {
            dragged = event.getX();
            if (event.getClickCount() == 2) {
                view.follow();
                moved.run();
            }
        }
    }

    private void drag(MouseEvent event) {
        if (!Double.isNaN(dragged)) {
            view.pan((dragged - event.getX()) / plotWidth());
            dragged = event.getX();
            done(event);
        }
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isShiftDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> view.pan(-KEY_SHARE);
            case RIGHT -> view.pan(KEY_SHARE);
            case PLUS, EQUALS, ADD -> view.zoom(1 / NOTCH, 1);
            case MINUS, SUBTRACT -> view.zoom(NOTCH, 1);
            case END -> view.follow();
            case SPACE -> toggle();
            default -> {
                return;
            }
        }
        done(event);
    }

    private void toggle() {
        if (view.following()) {
            view.hold();
        } else {
            view.follow();
        }
    }

    private void done(javafx.event.Event event) {
        moved.run();
        event.consume();
    }

    private double plotX() {
        return chart.getPadding().getLeft();
    }

    private double plotWidth() {
        return Math.max(1, chart.getWidth() - chart.getPadding().getLeft() - chart.getPadding().getRight());
    }
}
