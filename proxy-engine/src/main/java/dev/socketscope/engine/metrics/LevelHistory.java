package dev.socketscope.engine.metrics;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** How a service level went: the newest {@value #POINTS} points. One thread adds; any thread reads. */
public final class LevelHistory {
    /** How many points are kept: two hours, the newest point included. */
    public static final int POINTS = 120;

    private final Deque<Point> kept = new ArrayDeque<>();
    private volatile List<Point> points = List.of();
    private boolean newestStays = true;

    /**
     * @param nanos by the clock of whoever observes
     * @param value in the unit of its kind; NaN when nothing was measured
     */
    public record Point(long nanos, double value) {}

    LevelHistory() {}

    /** @param stays whether the point ends a slot; if not, the next one takes its place */
    void add(long nanos, double value, boolean stays) {
        if (!newestStays) {
            kept.removeLast();
        } else if (kept.size() == POINTS) {
            kept.removeFirst();
        }
        kept.add(new Point(nanos, value));
        newestStays = stays;
        points = List.copyOf(kept);
    }

    List<Point> points() {
        return points;
    }
}
