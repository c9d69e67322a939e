package dev.socketscope.engine.prometheus;

import java.util.Arrays;

/** The newest values of one series, in the order of their times, which are microseconds since the epoch. Used by one thread. */
public final class Points {
    private static final int FIRST_ROOM = 16;

    private long[] times = new long[FIRST_ROOM];
    private double[] values = new double[FIRST_ROOM];
    private int begin;
    private int end;

    Points() {}

    /** @param keep the oldest go when there are more than so many */
    void add(long micros, double value, int keep) {
        if (end == times.length) {
            makeRoom();
        }
        times[end] = micros;
        values[end] = value;
        end++;
        begin = Math.max(begin, end - keep);
    }

    /** Moves everything to the front when that frees half of the room, so that a point costs the same in the long run. */
    private void makeRoom() {
        int size = size();
        int room = begin >= times.length / 2 ? times.length : 2 * times.length;
        long[] newTimes = Arrays.copyOf(Arrays.copyOfRange(times, begin, end), room);
        double[] newValues = Arrays.copyOf(Arrays.copyOfRange(values, begin, end), room);
        times = newTimes;
        values = newValues;
        begin = 0;
        end = size;
    }

    public int size() {
        return end - begin;
    }

    public long time(int index) {
        return times[begin + index];
    }

    public double value(int index) {
        return values[begin + index];
    }

    /** NaN when there is none. */
    public double newest() {
        return size() == 0 ? Double.NaN : values[end - 1];
    }

    /** Index of the first point that is not before a time; the size when all are. */
    public int from(long micros) {
        int found = Arrays.binarySearch(times, begin, end, micros);
        return (found < 0 ? -found - 1 : found) - begin;
    }

    /**
     * How much a counter grew from one point to the next. A smaller value than before is a counter that began anew at 0, as
     * Prometheus takes it.
     *
     * @param index 1 or more
     */
    public double step(int index) {
        double grown = value(index) - value(index - 1);
        return grown < 0 ? value(index) : grown;
    }

    /** Whether a counter began anew at this point. */
    public boolean reset(int index) {
        return index > 0 && value(index) < value(index - 1);
    }

    /** How much a counter grew between two times; 0 with fewer than two points there. What it had when it was first seen does not count. */
    public double increase(long fromMicros, long toMicros) {
        double sum = 0;
        for (int i = from(fromMicros) + 1; i < size() && time(i) <= toMicros; i++) {
            double step = step(i);
            sum += Double.isNaN(step) ? 0 : step;
        }
        return sum;
    }
}
