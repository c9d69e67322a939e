package dev.socketscope.app.controls;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.ScrollEvent;

/** Wheel, track pad, scroll bar and the table's height move the viewport. */
final class LogScrolling {
    private final ScrollBar bar;
    private final VirtualFlow<?> flow;
    private final LogViewport viewport;
    private final Runnable moved;
    private boolean showing;

    LogScrolling(TableView<?> table, ScrollBar bar, VirtualFlow<?> flow, LogViewport viewport, Runnable moved) {
        this.bar = bar;
        this.flow = flow;
        this.viewport = viewport;
        this.moved = moved;
        bar.setOrientation(Orientation.VERTICAL);
        bar.setMin(0);
        bar.setMax(1);
        bar.setVisible(false);
        bar.valueProperty().addListener((any, old, value) -> dragged(value.doubleValue()));
        table.addEventFilter(ScrollEvent.SCROLL, this::wheel);
        flow.heightProperty().addListener((any, old, height) -> {
            viewport.resize(height.doubleValue());
            moved.run();
        });
    }

    /** Pixels above the rows that the column titles take. */
    double headerHeight() {
        return flow.getLayoutY();
    }

    /** Puts the bar where the viewport stands. */
    void show() {
        showing = true;
        double visible = viewport.visibleShare();
        bar.setVisible(visible < 1);
        bar.setVisibleAmount(Math.max(0.02, visible));
        bar.setBlockIncrement(Math.max(1e-9, visible));
        bar.setUnitIncrement(Math.max(1e-9, visible / viewport.page()));
        bar.setValue(viewport.share());
        showing = false;
    }

    private void dragged(double share) {
        if (!showing) {
            viewport.scrollTo(share);
            moved.run();
        }
    }

    private void wheel(ScrollEvent event) {
        if (Math.abs(event.getDeltaY()) >= Math.abs(event.getDeltaX()) && event.getDeltaY() != 0) {
            viewport.scrollBy(-event.getDeltaY());
            moved.run();
            event.consume();
        }
    }
}
