package dev.socketscope.app.controls;

import java.util.Arrays;

/** From where to where a line reaches in each column of pixels: all that can be seen of it, however many points it has. */
final class ColumnSpans {
    private float[] low = {};
    private float[] high = {};
    private int columns;

    void reset(int count) {
        if (low.length < count) {
            low = new float[count];
            high = new float[count];
        }
        columns = count;
        Arrays.fill(low, 0, count, Float.POSITIVE_INFINITY);
        Arrays.fill(high, 0, count, Float.NEGATIVE_INFINITY);
    }

    /** Adds a straight stroke; {@code x0} is not behind {@code x1}. */
    void stroke(double x0, double y0, double x1, double y1) {
        int first = (int) Math.floor(x0);
        int last = (int) Math.floor(x1);
        if (first == last) {
            reach(first, y0, y1);
            return;
        }
        double slope = (y1 - y0) / (x1 - x0);
        for (int column = Math.max(0, first); column <= Math.min(last, columns - 1); column++) {
            double from = y0 + slope * (Math.max(x0, column) - x0);
            double to = y0 + slope * (Math.min(x1, column + 1.0) - x0);
            reach(column, from, to);
        }
    }

    boolean isEmpty(int column) {
        return low[column] > high[column];
    }

    float low(int column) {
        return low[column];
    }

    float high(int column) {
        return high[column];
    }

    private void reach(int column, double some, double other) {
        if (column >= 0 && column < columns) {
            low[column] = (float) Math.min(low[column], Math.min(some, other));
            high[column] = (float) Math.max(high[column], Math.max(some, other));
        }
    }
}
