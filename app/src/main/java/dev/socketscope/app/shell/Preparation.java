package dev.socketscope.app.shell;

import dev.socketscope.app.controls.PanelSlot;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.animation.AnimationTimer;

/**
 * Makes the panels that nobody has opened yet, one at a time once the window stands, so that the first look at one is not slow. It ends by
 * itself. JavaFX thread only.
 */
final class Preparation extends AnimationTimer {
    /** Between two panels, for what else there is to do: a sixth of a second. */
    private static final int FRAMES_A_PANEL = 10;

    private final Deque<PanelSlot> waiting;
    private int frames;

    Preparation(List<PanelSlot> panels) {
        waiting = new ArrayDeque<>(panels);
    }

    @Override
    public void handle(long now) {
        frames++;
        if (frames % FRAMES_A_PANEL > 0) {
            return;
        }
        waiting.removeIf(panel -> panel.content().made().isPresent());
        PanelSlot next = waiting.poll();
        if (next == null) {
            stop();
        } else {
            next.content().get();
        }
    }
}
