package dev.socketscope.app.live;

import dev.socketscope.engine.api.Connection.Traffic;
import dev.socketscope.engine.api.Direction;

/** Turns cumulative counters into rates: the difference over the last {@value #SLOTS} samples. */
final class RateWindow {
    static final int SLOTS = 11;

    private final long[] nanos = new long[SLOTS];
    private final Way up = new Way();
    private final Way down = new Way();
    private int samples;

    /** @param atNanos of a clock that never goes back */
    void add(long atNanos, Traffic toUpstream, Traffic toClient) {
        int slot = samples % SLOTS;
        nanos[slot] = atNanos;
        up.slots[slot] = toUpstream;
        down.slots[slot] = toClient;
        samples++;
    }

    Rates rates(Direction direction) {
        if (samples < 2) {
            return Rates.NONE;
        }
        int newest = (samples - 1) % SLOTS;
        int oldest = samples > SLOTS ? samples % SLOTS : 0;
        return (direction == Direction.TO_UPSTREAM ? up : down).rates(oldest, newest,
                (nanos[newest] - nanos[oldest]) / 1e9, samples > SLOTS);
    }

    private static final class Way {
        private final Traffic[] slots = new Traffic[SLOTS];
        private long messages;
        private long bytes;
        private Rates told = Rates.NONE;

        /**
         * As much in a full window as in the one before is the same rate, however exactly the clock ticked: of thousands of quiet connections
         * most stay what they are.
         */
        Rates rates(int oldest, int newest, double seconds, boolean full) {
            long moreMessages = slots[newest].messages() - slots[oldest].messages();
            long moreBytes = slots[newest].bytes() - slots[oldest].bytes();
            if (!full || moreMessages != messages || moreBytes != bytes) {
                messages = moreMessages;
                bytes = moreBytes;
                told = seconds <= 0 || moreMessages == 0 && moreBytes == 0 ? Rates.NONE
                        : new Rates(moreMessages / seconds, moreBytes / seconds);
            }
            return told;
        }
    }
}
