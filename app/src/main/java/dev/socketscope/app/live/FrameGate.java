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
 *   any thread: wake() ─► asleep? ─► one runLater: drain ─► more to come? ─► timer: drain, drain, … ─► nothing ─► stop
 * </pre>
 */
final class FrameGate {
    private final List<BooleanSupplier> drains = new CopyOnWriteArrayList<>();
    private final AtomicBoolean awake = new AtomicBoolean();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            frame();
        }
    };

    /** @param drain called on the JavaFX thread; answers whether it is to be called again in the next frame */
    Subscription add(BooleanSupplier drain) {
        drains.add(drain);
        wake();
        return () -> drains.remove(drain);
    }

    /** From any thread; costs next to nothing while the gate is awake. */
    void wake() {
        if (awake.compareAndSet(false, true)) {
            Platform.runLater(this::begin);
        }
    }

    /**
     * A single picture needs no timer, which makes JavaFX pulse several times. Asleep before it drains, so that what comes meanwhile wakes
     * it once more.
     */
    private void begin() {
        awake.set(false);
        if (drainAll() && awake.compareAndSet(false, true)) {
            timer.start();
        }
    }

    private void frame() {
        if (!drainAll()) {
            timer.stop();
            begin();
        }
    }

    private boolean drainAll() {
        boolean again = false;
        for (BooleanSupplier drain : drains) {
            again |= drain.getAsBoolean();
        }
        return again;
    }
}
