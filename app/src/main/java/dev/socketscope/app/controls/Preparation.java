package dev.socketscope.app.controls;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.animation.AnimationTimer;

/**
 * Does what the first look at the window need not wait for, one thing at a time once the window stands, so that the first look at
 * anything else is not slow. It ends by itself. JavaFX thread only.
 */
public final class Preparation extends AnimationTimer {
    /** Between two things, for what else there is to do: a sixth of a second. */
    private static final int FRAMES_BETWEEN = 10;

    private final Deque<Runnable> waiting;
    private int frames;

    public Preparation(List<? extends Runnable> tasks) {
        waiting = new ArrayDeque<>(tasks);
    }

    @Override
    public void handle(long now) {
        frames++;
        if (frames % FRAMES_BETWEEN > 0) {
            return;
        }
        Runnable next = waiting.poll();
        if (next == null) {
            stop();
        } else {
            next.run();
        }
    }
}
