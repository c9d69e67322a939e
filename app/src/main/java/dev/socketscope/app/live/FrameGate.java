package dev.socketscope.app.live;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.util.Subscription;

/**
 * Runs drains once per frame while there is something to draw, and not at all while there is not.
 *
 * <pre>
 *   any thread: wake() ─► asleep? ─► one runLater(start) ─► timer: drain, drain, … ─► a few idle frames ─► stop
 * </pre>
 */
final class FrameGate {
    private static final int IDLE_FRAMES = 5;

    private final List<BooleanSupplier> drains = new CopyOnWriteArrayList<>();
    private final AtomicBoolean awake = new AtomicBoolean();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            frame();
        }
    };
    private int idle;

    /** @param drain called on the JavaFX thread; answers whether it had anything to do */
    Subscription add(BooleanSupplier drain) {
        drains.add(drain);
        wake();
        return () -> drains.remove(drain);
    }

    /** From any thread; costs next to nothing while the gate is awake. */
    void wake() {
        if (awake.compareAndSet(false, true)) {
            Platform.runLater(timer::start);
        }
    }

    private void frame() {
        if (drainAll()) {
            idle = 0;
        } else if (++idle >= IDLE_FRAMES) {
            idle = 0;
            timer.stop();
            awake.set(false);
            // What came between the last drain and the line above found the gate awake and did not wake it.
            if (drainAll()) {
                wake();
            }
        }
    }

    private boolean drainAll() {
        boolean worked = false;
        for (BooleanSupplier drain : drains) {
            worked |= drain.getAsBoolean();
        }
        return worked;
    }
}
