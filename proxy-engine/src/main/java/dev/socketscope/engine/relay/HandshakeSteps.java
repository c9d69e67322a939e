package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Handshake.Station;
import dev.socketscope.engine.api.Handshake.Step;
import java.util.AbstractList;
import java.util.Objects;

/** The steps of one upgrade, in a third of the memory that the objects would take: every connection keeps them. Immutable, for any thread. */
final class HandshakeSteps extends AbstractList<Step> {
    private static final Station[] STATIONS = Station.values();

    private final long[] ends;
    private final boolean fresh;
    private final int size;

    /**
     * @param ends of each station, in nanoseconds since the beginning or {@link HandshakeClock#NONE}; does not change any more
     * @param fresh whether the acceptance of the connection belongs to it
     */
    HandshakeSteps(long[] ends, boolean fresh) {
        this.ends = ends;
        this.fresh = fresh;
        int count = 0;
        for (int station = 0; station < ends.length; station++) {
            count += isStep(station) ? 1 : 0;
        }
        this.size = count;
    }

    private boolean isStep(int station) {
        return ends[station] != HandshakeClock.NONE && (fresh || station != Station.ACCEPT.ordinal());
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Step get(int index) {
        Objects.checkIndex(index, size);
        long from = 0;
        int before = 0;
        int station = 0;
        while (!isStep(station) || before++ < index) {
            from = Math.max(from, ends[station++]);
        }
        long start = micros(from);
        return new Step(STATIONS[station], start, micros(Math.max(from, ends[station])) - start);
    }

    static long micros(long nanos) {
        return nanos / 1000;
    }
}
