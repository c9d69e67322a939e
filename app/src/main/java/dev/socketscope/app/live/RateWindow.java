package dev.socketscope.app.live;

import dev.socketscope.engine.api.Connection.Traffic;
import dev.socketscope.engine.api.Direction;

/** Turns cumulative counters into rates: the difference over the last {@value #SLOTS} samples. */
final class RateWindow {
    static final int SLOTS = 11;

    private final long[] nanos = new long[SLOTS];
    private final Traffic[] up = new Traffic[SLOTS];
    private final Traffic[] down = new Traffic[SLOTS];
    private int samples;

    /** @param atNanos of a clock that never goes back */
    void add(long atNanos, Traffic toUpstream, Traffic toClient) {
        int slot = samples % SLOTS;
        nanos[slot] = atNanos;
        up[slot] = toUpstream;
        down[slot] = toClient;
        samples++;
    }

    Rates rates(Direction direction) {
        if (samples < 2) {
            return Rates.NONE;
        }
        int newest = (samples - 1) % SLOTS;
        int oldest = samples > SLOTS ? samples % SLOTS : 0;
        double seconds = (nanos[newest] - nanos[oldest]) / 1e9;
        Traffic[] slots = direction == Direction.TO_UPSTREAM ? up : down;
        Traffic then = slots[oldest];
        Traffic now = slots[newest];
        if (seconds <= 0 || now.equals(then)) {
            return Rates.NONE;
        }
        return new Rates((now.messages() - then.messages()) / seconds, (now.bytes() - then.bytes()) / seconds);
    }
}
