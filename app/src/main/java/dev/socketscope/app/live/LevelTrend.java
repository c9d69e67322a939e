package dev.socketscope.app.live;

import dev.socketscope.engine.api.ServiceLevel;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A service level and what it was before: at most {@value #POINTS} values, about {@value #SECONDS} seconds apart, oldest first.
 * Values are kept from the moment the window looks, and those that were not measured are left out. Immutable.
 */
public final class LevelTrend {
    /** A quarter of an hour. */
    public static final int POINTS = 180;
    static final int SECONDS = 5;

    private final ServiceLevel now;
    private final float[] points;
    private final long[] millis;

    private LevelTrend(ServiceLevel now, float[] points, long[] millis) {
        this.now = now;
        this.points = points;
        this.millis = millis;
    }

    static LevelTrend of(ServiceLevel level, Instant at) {
        return new LevelTrend(level, new float[0], new long[0]).next(level, at, true);
    }

    /**
     * The trend as it goes on. Answers {@code this} when nothing is different.
     *
     * @param at when the level had this value
     * @param point whether the value is to be kept
     */
    LevelTrend next(ServiceLevel level, Instant at, boolean point) {
        if (!point || Double.isNaN(level.value())) {
            return level.equals(now) ? this : new LevelTrend(level, points, millis);
        }
        int from = points.length == POINTS ? 1 : 0;
        float[] longer = Arrays.copyOfRange(points, from, points.length + 1);
        long[] times = Arrays.copyOfRange(millis, from, millis.length + 1);
        longer[longer.length - 1] = (float) level.value();
        times[times.length - 1] = at.toEpochMilli();
        return new LevelTrend(level, longer, times);
    }

    /** Whether it is the same as another one but for what the level is now. */
    public boolean hasPointsOf(@Nullable LevelTrend other) {
        return other != null && points == other.points;
    }

    public ServiceLevel now() {
        return now;
    }

    /** How many values are known. */
    public int size() {
        return points.length;
    }

    /** @param index 0 for the oldest value, {@link #size()} - 1 for the newest */
    public float value(int index) {
        return points[index];
    }

    /** When a value was measured, in milliseconds since 1970. */
    public long millis(int index) {
        return millis[index];
    }
}
