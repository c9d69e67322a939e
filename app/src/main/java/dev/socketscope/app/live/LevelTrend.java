package dev.socketscope.app.live;

import dev.socketscope.engine.api.ServiceLevel;
import java.util.Arrays;

/**
 * A service level and what it was before: at most {@value #POINTS} values, {@value #SECONDS} seconds apart, oldest first. Values are
 * kept from the moment the window looks, and those that were not measured are left out. Immutable.
 */
public final class LevelTrend {
    /** An hour, as the levels themselves look back. */
    public static final int POINTS = 360;
    static final int SECONDS = 10;
    private static final float[] NOTHING = {};

    private final ServiceLevel now;
    private final float[] points;

    private LevelTrend(ServiceLevel now, float[] points) {
        this.now = now;
        this.points = points;
    }

    static LevelTrend of(ServiceLevel level) {
        return new LevelTrend(level, NOTHING).next(level, true);
    }

    /**
     * The trend as it goes on. Answers {@code this} when nothing is different.
     *
     * @param point whether the value is to be kept
     */
    LevelTrend next(ServiceLevel level, boolean point) {
        boolean keep = point && !Double.isNaN(level.value());
        if (!keep) {
            return level.equals(now) ? this : new LevelTrend(level, points);
        }
        int from = points.length == POINTS ? 1 : 0;
        float[] longer = Arrays.copyOfRange(points, from, points.length + 1);
        longer[longer.length - 1] = (float) level.value();
        return new LevelTrend(level, longer);
    }

    public ServiceLevel now() {
        return now;
    }

    /** How many values are known. */
    public int size() {
        return points.length;
    }

    /** @param index 0 for the oldest value, {@link #size()} - 1 for the newest */
    public float at(int index) {
        return points[index];
    }

    /** The highest of the values; 0 when there is none. */
    public float peak() {
        float highest = 0;
        for (float point : points) {
            highest = Math.max(highest, point);
        }
        return highest;
    }
}
