package dev.socketscope.engine.scenario;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Time that a person can stop. While it is paused the clock of the steps stands still, so that no step comes due; the time of day goes on,
 * so that what is measured of the application is measured in real time, and what is armed stays armed. Any thread.
 */
public final class HandPace implements Pace {
    private long lost;
    private long pausedAt;
    private boolean paused;
    private boolean stopped;

    @Override
    public synchronized long nanos() {
        return (paused ? pausedAt : System.nanoTime()) - lost;
    }

    @Override
    public synchronized boolean pass(Duration span) throws InterruptedException {
        long end = System.nanoTime() + span.toNanos();
        for (long left = span.toNanos(); left > 0 && !stopped; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return !stopped;
    }

    public synchronized void pause() {
        if (!paused) {
            paused = true;
            pausedAt = System.nanoTime();
        }
    }

    public synchronized void goOn() {
        if (paused) {
            paused = false;
            lost += System.nanoTime() - pausedAt;
        }
    }

    public synchronized boolean paused() {
        return paused;
    }

    /** Ends what is played, also while it is paused. */
    public synchronized void stop() {
        stopped = true;
        notifyAll();
    }
}
