package dev.socketscope.app.live;

import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.FaultStatus;
import dev.socketscope.engine.api.HmrStatus;
import dev.socketscope.engine.api.ServiceLevel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Asks the engine for its readings: hot reloading, faults, what is held and what is replayed with every sample, service levels once a second. Used by one thread at a time. */
final class ReadingsTail {
    private static final long SECOND = 1_000_000_000;

    private Readings last = Readings.NONE;
    private long nextLevels = Long.MIN_VALUE;
    private long nextPoint = Long.MIN_VALUE;

    /**
     * @param nanos of a clock that never goes back
     * @param at the same moment on the clock on the wall
     * @return the very same object as before when nothing is different
     */
    Readings read(Engine engine, long nanos, Instant at) {
        List<HmrStatus> hmr = engine.hmr();
        List<LevelTrend> levels = nanos < nextLevels ? last.levels() : levels(engine, nanos, at);
        List<FaultStatus> faults = engine.faults();
        Interception interception = Interception.of(engine);
        if (!hmr.equals(last.hmr()) || levels != last.levels() || !faults.equals(last.faults())
                || !interception.equals(last.interception())) {
            last = new Readings(List.copyOf(hmr), levels, List.copyOf(faults), interception);
        }
        return last;
    }

    private List<LevelTrend> levels(Engine engine, long nanos, Instant at) {
        nextLevels = nanos + SECOND;
        boolean point = nanos >= nextPoint;
        if (point) {
            nextPoint = nanos + LevelTrend.SECONDS * SECOND;
        }
        List<LevelTrend> next = new ArrayList<>();
        for (ServiceLevel level : engine.serviceLevels()) {
            next.add(last.levels()
                    .stream()
                    .filter(trend -> trend.now().kind() == level.kind())
                    .findFirst()
                    .map(trend -> trend.next(level, at, point))
                    .orElseGet(() -> LevelTrend.of(level, at)));
        }
        return next.equals(last.levels()) ? last.levels() : List.copyOf(next);
    }
}
