package dev.socketscope.engine.metrics;

/**
 * A reading with its time and what follows from all readings before it.
 *
 * @param connectionSeconds how long connections have been open, all added up
 * @param reconnectionsEach how often a connection that was there all the time would have been reconnected: the reconnections of
 * each interval, divided by the connections that were open in it
 */
record Mark(long nanos, Reading reading, double connectionSeconds, double reconnectionsEach) {

    static Mark start(long nanos) {
        return new Mark(nanos, Reading.START, 0, 0);
    }

    /** The mark of the next reading. Between the two, connections are taken to have come or gone evenly. */
    Mark next(long now, Reading is) {
        double open = (reading.open() + is.open()) / 2.0;
        double seconds = Math.max(0, now - nanos) / 1e9;
        // Who reconnected was there, even if it came and went between two readings.
        double each = (is.reconnections() - reading.reconnections()) / Math.max(1, open);
        return new Mark(now, is, connectionSeconds + open * seconds, reconnectionsEach + each);
    }
}
