package dev.socketscope.app.live;

import java.util.Arrays;

/** The last {@value #POINTS} message rates of a connection, half a second apart, oldest first. Immutable. */
public final class Trend {
    public static final int POINTS = 60;
    public static final Trend FLAT = new Trend(new float[POINTS], 0);

    private final float[] points;
    private final float peak;

    private Trend(float[] points, float peak) {
        this.points = points;
        this.peak = peak;
    }

    /** The trend with one newer point; the oldest falls out. Answers {@code this} when that would change nothing. */
    Trend plus(double messagesPerSecond) {
        float newest = (float) messagesPerSecond;
        if (newest == 0 && peak == 0) {
            return this;
        }
        float[] next = Arrays.copyOfRange(points, 1, POINTS + 1);
        next[POINTS - 1] = newest;
        float highest = 0;
        for (float point : next) {
            highest = Math.max(highest, point);
        }
        return highest == 0 ? FLAT : new Trend(next, highest);
    }

    /** @param index 0 for the oldest point, {@link #POINTS} - 1 for the newest */
    public float at(int index) {
        return points[index];
    }

    /** The highest of the points; 0 when nothing moved. */
    public float peak() {
        return peak;
    }
}
