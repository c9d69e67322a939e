package dev.socketscope.app.live;

import java.util.Arrays;

/**
 * The last message rates of a connection, at most {@value #POINTS}, half a second apart, oldest first. It begins when something
 * moves. Immutable.
 */
public final class Trend {
    public static final int POINTS = 60;
    public static final Trend EMPTY = new Trend(new float[0], 0);

    private final float[] points;
    private final float peak;

    private Trend(float[] points, float peak) {
        this.points = points;
        this.peak = peak;
    }

    /** The trend with one newer point; when it is full the oldest falls out. Answers {@code this} when that changes nothing. */
    Trend plus(double messagesPerSecond) {
        float newest = (float) messagesPerSecond;
        if (newest == 0 && peak == 0) {
            return this;
        }
        int from = points.length == POINTS ? 1 : 0;
        float[] next = Arrays.copyOfRange(points, from, points.length + 1);
        next[next.length - 1] = newest;
        float highest = 0;
        for (float point : next) {
            highest = Math.max(highest, point);
        }
        return highest == 0 ? EMPTY : new Trend(next, highest);
    }

    /** How many points are known. */
    public int size() {
        return points.length;
    }

    /** @param index 0 for the oldest point, {@link #size()} - 1 for the newest */
    public float at(int index) {
        return points[index];
    }

    /** The highest of the points; 0 when nothing moved. */
    public float peak() {
        return peak;
    }
}
