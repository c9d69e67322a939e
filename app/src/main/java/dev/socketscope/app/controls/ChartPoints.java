package dev.socketscope.app.controls;

/** The newest points of a series, in the order of their times; the oldest go when there is no room. Used by one thread. */
public final class ChartPoints {
    private static final int FIRST_ROOM = 256;

    private final int bound;
    private long[] times = new long[FIRST_ROOM];
    private float[] values = new float[FIRST_ROOM];
    private int begin;
    private int size;

    /** @param bound how many are kept at most, 1 or more */
    public ChartPoints(int bound) {
        this.bound = bound;
    }

    /**
     * @param micros since the epoch, not before the point before
     * @param value NaN for something that should have been there and was not
     */
    public void add(long micros, double value) {
        if (size == bound) {
            begin = (begin + 1) % times.length;
            size--;
        } else if (size == times.length) {
            grow();
        }
        int slot = (begin + size) % times.length;
        times[slot] = micros;
        values[slot] = (float) value;
        size++;
    }

    public int size() {
        return size;
    }

    public long time(int index) {
        return times[(begin + index) % times.length];
    }

    public float value(int index) {
        return values[(begin + index) % times.length];
    }

    /** Index of the first point that is not before a time; the size when all are. */
    public int from(long micros) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (time(middle) < micros) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Index of the point that is nearest to a time; -1 when there is none. */
    public int nearest(long micros) {
        int after = from(micros);
        if (after == 0 || size == 0) {
            return size == 0 ? -1 : 0;
        }
        return after == size || micros - time(after - 1) <= time(after) - micros ? after - 1 : after;
    }

    private void grow() {
        int room = Math.min(bound, 2 * times.length);
        long[] moreTimes = new long[room];
        float[] moreValues = new float[room];
        for (int i = 0; i < size; i++) {
            moreTimes[i] = time(i);
            moreValues[i] = value(i);
        }
        times = moreTimes;
        values = moreValues;
        begin = 0;
    }
}
