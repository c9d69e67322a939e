package dev.socketscope.engine.remote;

/** Which rows of a view were asked for since the link spoke last. Belongs to its view's lock. */
final class WantedRows {
    static final int MOST_ROWS = 1_000;
    private static final int MARGIN = 50;

    private long lowest = Long.MAX_VALUE;
    private long highest = -1;
    private long lowestMissing = Long.MAX_VALUE;

    /**
     * What the link asks for.
     *
     * @param follow whether the newest rows are meant, whatever their numbers
     */
    record Range(long first, int rows, boolean follow) {}

    void add(long row, boolean here) {
        lowest = Math.min(lowest, row);
        highest = Math.max(highest, row);
        if (!here) {
            lowestMissing = Math.min(lowestMissing, row);
        }
    }

    /** The range that serves them, or {@code before} when nothing was asked for; begins again. */
    Range take(long end, Range before) {
        if (highest < 0) {
            return before;
        }
        long span = highest - lowest + 1;
        boolean fits = span + 2 * MARGIN <= MOST_ROWS;
        boolean follow = fits && highest >= end - 1;
        long first = Math.max(0, fits || lowestMissing == Long.MAX_VALUE ? lowest - MARGIN : lowestMissing);
        Range range = new Range(follow ? 0 : first, fits ? (int) span + 2 * MARGIN : MOST_ROWS, follow);
        lowest = Long.MAX_VALUE;
        highest = -1;
        lowestMissing = Long.MAX_VALUE;
        return range;
    }
}
