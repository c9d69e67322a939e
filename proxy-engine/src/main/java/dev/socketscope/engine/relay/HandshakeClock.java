package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Handshake.Station;
import dev.socketscope.engine.api.Handshake.Step;
import java.util.Arrays;
import java.util.List;

/**
 * Times the stations of one upgrade: each begins where the one before it ended. Belongs to the connection's event loop. It lives as long as
 * its connection, and so do the steps: both are kept as numbers alone.
 */
final class HandshakeClock {
    /** Of a station that has not ended. */
    static final long NONE = Long.MIN_VALUE;

    private final long originNanos;
    /** Nanoseconds since the origin. */
    private long[] ends = new long[Station.values().length];
    private boolean handedOut;
    private final boolean fresh;

    /** @param read what the client's connection has noted about the request, which has come completely */
    HandshakeClock(ReadClock read) {
        this.fresh = !read.used();
        this.originNanos = fresh ? read.startNanos() : read.firstNanos();
        Arrays.fill(ends, NONE);
        end(Station.ACCEPT, read.firstNanos());
        end(Station.READ_REQUEST, read.lastNanos());
    }

    /** The station ends now. */
    void end(Station station) {
        end(station, System.nanoTime());
    }

    /** Only the first end of a station counts. */
    void end(Station station, long nanos) {
        if (ends[station.ordinal()] == NONE) {
            if (handedOut) {
                ends = ends.clone();
                handedOut = false;
            }
            ends[station.ordinal()] = nanos - originNanos;
        }
    }

    /** The stations that have ended, in order. A connection that served requests before has no {@code ACCEPT} of its own. */
    List<Step> steps() {
        handedOut = true;
        return new HandshakeSteps(ends, fresh);
    }

    /** From the beginning to the end of the station, or to now when it has not ended. */
    long microsTo(Station station) {
        long end = ends[station.ordinal()];
        return HandshakeSteps.micros(end == NONE ? System.nanoTime() - originNanos : end);
    }
}
