package dev.socketscope.app.payload;

import dev.socketscope.app.controls.LineView;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableBooleanValue;
import javafx.util.Duration;

/** Breaks rows of text anew when wrapping is switched, or when the view has another width for a moment. */
final class WrapWidth {
    private static final Duration REST = Duration.millis(150);
    private int used = Document.UNWRAPPED;

    WrapWidth(LineView view, ObservableBooleanValue wrap, Runnable again) {
        var rest = new PauseTransition(REST);
        rest.setOnFinished(event -> {
            int cells = cells(view, wrap.get());
            if (cells != used) {
                used = cells;
                again.run();
            }
        });
        wrap.subscribe((before, now) -> rest.playFromStart());
        view.widthProperty().subscribe((before, now) -> {
            if (wrap.get()) {
                rest.playFromStart();
            }
        });
    }

    /** How many cells a row of text has. */
    static int cells(LineView view, boolean wrap) {
        return wrap ? Math.max(20, view.columns()) : Document.UNWRAPPED;
    }
}
