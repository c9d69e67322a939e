package dev.socketscope.engine.cli.scenario;

import dev.socketscope.engine.cli.StopSignal;
import dev.socketscope.engine.scenario.Pace;
import java.time.Duration;
import java.time.Instant;

/** Time as it passes, until a signal comes. */
record SignalPace(StopSignal stop) implements Pace {
    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public boolean pass(Duration span) throws InterruptedException {
        return !stop.await(span);
    }
}
