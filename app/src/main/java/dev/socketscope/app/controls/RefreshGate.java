package dev.socketscope.app.controls;

import java.util.function.LongSupplier;
import javafx.animation.AnimationTimer;

/**
 * Runs an update at most every so many milliseconds, on the FX thread, and stops the clock once nothing has happened for a
 * while. Poke it as often as you like.
 */
final class RefreshGate {
    private static final int QUIET_PULSES = 2;
    private final LongSupplier update;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            beat(now);
        }
    };
    private long due;
    private int quiet;
    private boolean running;

    /** @param update does the work and answers how many milliseconds to wait before the next, or -1 if nothing had changed */
    RefreshGate(LongSupplier update) {
        this.update = update;
    }

    /** Something may have changed. */
    void poke() {
        quiet = 0;
        if (!running) {
            running = true;
            timer.start();
        }
    }

    void stop() {
        running = false;
        timer.stop();
    }

    private void beat(long now) {
        if (now < due) {
            return;
        }
        long pause = update.getAsLong();
        if (pause >= 0) {
            quiet = 0;
            due = now + pause * 1_000_000;
        } else if (++quiet >= QUIET_PULSES) {
            stop();
        }
    }
}
